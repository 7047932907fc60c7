using System.Data.Common;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>Measures what one direction of a migration costs, and keeps it on the copy.</summary>
/// <param name="observer">Is told.</param>
/// <param name="nameOfReal">The name by which a statement could reach the real database; null where none can.</param>
/// <param name="locks">Looks at locks; null where the database does not show them.</param>
internal sealed class StepMeter(IDrillObserver observer, string? nameOfReal, LockWatch? locks) : IStatementProbe
{
    private readonly List<string> sql = [];
    private long rows;

    public void Begin(MigrationVersion version, Direction direction)
    {
        sql.Clear();
        rows = 0;
        locks?.Begin();
    }

    public void Sending(string text)
    {
        if (nameOfReal is not null)
        {
            RealDatabaseGuard.Check(text, nameOfReal);
        }

        sql.Add(text);
        observer.Statement(text);
    }

    public async Task SentAsync(SentStatement statement, DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        rows += statement.Rows;
        if (locks is not null)
        {
            await locks.LookAsync(statement, connection, transaction, cancellationToken);
        }
    }

    /// <summary>The step as it was measured.</summary>
    /// <param name="direction">Which way.</param>
    /// <param name="duration">How long it took.</param>
    public DrillStep Step(Direction direction, TimeSpan duration) => new(direction, duration)
    {
        Sql = [.. sql],
        RowsChanged = rows,
        Locks = locks?.Taken() ?? [],
    };
}
