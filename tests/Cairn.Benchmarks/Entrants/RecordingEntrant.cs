using Cairn.Benchmarks.Histories;
using Cairn.Benchmarks.Measurements;

namespace Cairn.Benchmarks.Entrants;

/// <summary>One that reads a folder of files, and for which rows in its table are all that says "applied".</summary>
internal abstract class RecordingEntrant(string name) : Entrant(name)
{
    protected abstract string Columns { get; }

    public override async Task PrepareAsync(Stage stage)
    {
        await stage.RenewAsync();
        WriteSettings(stage);
        if (stage.Applied > 0)
        {
            // The first is really run, so that its tables are its own.
            WriteMigration(stage, 1);
            MeasuredProcess.Run(Call(stage));
            await stage.InsertAsync(Table, Columns, Enumerable.Range(2, stage.Applied - 1).Select(Row));
            await stage.CreateLastTableAsync();
        }

        for (var number = 1; number <= stage.Total; number++)
        {
            WriteMigration(stage, number);
        }
    }

    public override async Task UndoLastAsync(Stage stage)
    {
        await stage.Database.ExecuteAsync($"drop table {History.Table(stage.Total)}");
        await stage.Database.ExecuteAsync($"delete from {Table} where {LastRow(stage.Total)}");
    }

    protected virtual void WriteSettings(Stage stage) => Directory.CreateDirectory(stage.Path("migrations"));

    protected abstract void WriteMigration(Stage stage, int number);

    /// <summary>The record of a migration, as values in SQL.</summary>
    protected abstract string Row(int number);

    protected abstract string LastRow(int number);
}
