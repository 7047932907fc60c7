using System.Diagnostics;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution.DryRuns;
using Cairn.Runtime.Linting.Statements;
using Cairn.Runtime.Migrations;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Recordings;

/// <summary>Writes down what a script asks for, with its place in the script.</summary>
/// <param name="migration">The migration.</param>
/// <param name="client">The database system.</param>
/// <param name="sink">Where the dialect's statements go.</param>
/// <param name="trail">Follows the tables.</param>
/// <param name="renders">Whether operations become statements; otherwise only what the script says counts.</param>
internal sealed class LintListener(LoadedMigration migration, Client client, RecordingSink sink, TableTrail trail, bool renders) : IScriptListener
{
    private readonly List<(LintStep Step, int From)> steps = [];
    private readonly StatementPlaces places = new(migration);

    public bool Hear(SchemaOperation operation, StackTrace origin)
    {
        var raw = operation as RawSql;
        var at = Locate(origin, raw?.Sql);
        Add(new LintStep(at, raw is not null) { Sql = raw?.Sql }, raw is null ? [operation] : StatementReading.Read(client, raw.Sql));
        return renders;
    }

    public void Hear(string sql, StackTrace origin) => Add(new LintStep(Locate(origin, sql), IsRaw: false) { Sql = sql }, StatementReading.Read(client, sql));

    /// <summary>What the rows that are there would refuse; the script goes on, so that the rest of it is looked at.</summary>
    public (CairnException Error, ScriptPosition? At)? Refusal { get; private set; }

    public bool Forgives(Exception exception)
    {
        if (exception is CairnException { Code: ErrorCodes.ForeignKeyViolation } refused)
        {
            Refusal ??= (refused, steps.Count > 0 ? steps[^1].Step.At : null);
            return true;
        }

        return sink.AnsweredFromBefore && exception is CairnException;
    }

    /// <summary>What was heard, with the statements that became of it.</summary>
    public IReadOnlyList<LintStep> Finish(IReadOnlyList<string> statements) =>
    [
        .. steps.Select((entry, index) => (entry.Step, entry.From, To: index + 1 < steps.Count ? steps[index + 1].From : statements.Count))
            .Select(entry => entry.Step with { Statements = [.. statements.Skip(entry.From).Take(entry.To - entry.From)] }),
    ];

    private void Add(LintStep step, IReadOnlyList<SchemaOperation> operations) =>
        steps.Add((step with { Changes = [.. operations.SelectMany(operation => trail.Follow(operation, step))] }, sink.Count));

    private ScriptPosition? Locate(StackTrace origin, string? sql) => migration.LocateOrigin?.Invoke(origin) ?? (sql is null ? null : places.Find(sql));
}
