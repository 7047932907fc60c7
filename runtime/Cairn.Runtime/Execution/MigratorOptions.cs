using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Execution.Hooks;
using Cairn.Runtime.Execution.Stamps;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Execution;

/// <summary>What to do about something that a check found.</summary>
public enum CheckPolicy
{
    /// <summary>Say nothing.</summary>
    Allow,

    /// <summary>Go on with a warning.</summary>
    Warn,

    /// <summary>Stop before anything runs.</summary>
    Refuse,
}

/// <summary>Everything a <see cref="Migrator"/> needs to know.</summary>
public sealed record MigratorOptions
{
    /// <summary>The database.</summary>
    public required DatabaseTarget Target { get; init; }

    /// <summary>Where migrations come from, besides Cairn's own built-in ones.</summary>
    public IReadOnlyList<IMigrationSource> Sources { get; init; } = [];

    /// <summary>The formats, besides compiled classes.</summary>
    public IReadOnlyList<IMigrationFormat> Formats { get; init; } = [];

    /// <summary>How versions are read and ordered.</summary>
    public required MigrationNaming Naming { get; init; }

    /// <summary>The tracking table, with its schema where one was given (<c>schema.table</c>).</summary>
    public string Table { get; init; } = "cairn_migrations";

    /// <summary>A pending migration older than the newest applied one.</summary>
    public CheckPolicy OutOfOrder { get; init; } = CheckPolicy.Warn;

    /// <summary>An applied migration whose file changed.</summary>
    public CheckPolicy Changed { get; init; } = CheckPolicy.Warn;

    /// <summary>An applied migration whose file is gone.</summary>
    public CheckPolicy Missing { get; init; } = CheckPolicy.Warn;

    /// <summary>How long to wait for another run to end.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest a statement may take; null for no limit.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary>The longest a statement may wait for a lock of the database; null for 5 seconds.</summary>
    public TimeSpan? DatabaseLockTimeout { get; init; }

    /// <summary>The name of the environment, for <c>db.Environment</c>.</summary>
    public string? Environment { get; init; }

    /// <summary>Settings for <c>db.Variable</c>; the process's environment variables come after them.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The host's services, for <c>db.Services</c>.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>What the host does around a run.</summary>
    public IReadOnlyList<IRunHooks> Hooks { get; init; } = [];

    /// <summary>Who is told what happens.</summary>
    public IRunObserver Observer { get; init; } = new SilentObserver();

    /// <summary>Stands beside the statements of migrations.</summary>
    internal IStatementProbe? Probe { get; init; }

    /// <summary>Is told what statements and the lock took; null for nobody.</summary>
    internal ITimekeeper? Timekeeper { get; init; }

    /// <summary>Keeps what was found to be up to date; null for nobody, so that each run looks at everything anew.</summary>
    internal IStampStore? Stamps { get; init; }

    /// <summary>The version of the tool or host, for the history.</summary>
    public string ToolVersion { get; init; } = "0.0.0";
}
