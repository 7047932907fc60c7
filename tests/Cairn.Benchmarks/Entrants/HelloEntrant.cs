using Cairn.Benchmarks.Measurements;

namespace Cairn.Benchmarks.Entrants;

/// <summary>A program that says hello: what .NET itself takes to start.</summary>
internal sealed class HelloEntrant(string program) : Entrant("hello world of .NET")
{
    public override string Table => "";

    public override Task PrepareAsync(Stage stage)
    {
        Directory.CreateDirectory(stage.Folder);
        return Task.CompletedTask;
    }

    public override Task UndoLastAsync(Stage stage) => Task.CompletedTask;

    public override ProcessCall Call(Stage stage) => new(program, [], stage.Folder);
}
