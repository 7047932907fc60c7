using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>A new enum value that is used in the same transaction.</summary>
internal sealed class EnumValueUsedAtOnce : LintRule
{
    public override string Code => "L214";

    public override string Title => "a new enum value that is used in the same transaction";

    public override LintSeverity Severity => LintSeverity.Error;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "PostgreSQL refuses a value that was added to an enum type in a transaction that is not committed yet (unsafe use of new value).";

    public override string Fix => "Add the value in one migration and use it in the next one.";

    public override LintExample Example { get; } = new(
        """
        [Irreversible("a value cannot be taken out of an enum type")]
        async Task Up(Db db)
        {
            await db.Schema.AlterEnum("mood").AddValue("calm");
            await db.Sql("insert into people (mood) values ('calm')");
        }
        """,
        """
        [Irreversible("a value cannot be taken out of an enum type")]
        async Task Up(Db db) => await db.Schema.AlterEnum("mood").AddValue("calm");
        """)
    {
        On = Client.Postgres,
        Given = "create type mood as enum ('glad', 'sad'); create table people (mood mood);",
    };

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        var steps = migration.InTransaction ? migration.Up.Steps : [];
        for (var index = 0; index < steps.Count; index++)
        {
            foreach (var added in steps[index].Changes.Select(change => change.What).OfType<AddEnumValue>())
            {
                var literal = $"'{added.Value.Replace("'", "''", StringComparison.Ordinal)}'";
                var use = steps.Skip(index + 1).FirstOrDefault(step => step.Statements.Prepend(step.Sql ?? "").Any(sql => sql.Contains(literal, StringComparison.Ordinal)));
                if (use is { Changes: [var first, ..] })
                {
                    found.Add(this, first, $"{literal} is used in the transaction that adds it to the enum type {added.Type}");
                }
            }
        }

        return ValueTask.CompletedTask;
    }
}
