using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Hosting;

/// <summary>What an application says about its migrations. The simple properties may be bound from its configuration.</summary>
/// <example><code>
/// services.AddCairn(options => options
///     .UseDataSource()
///     .AddMigrations(typeof(Program).Assembly)
///     .AddExtensions("extensions")
///     .UseScripts());
/// </code></example>
public sealed partial class CairnOptions
{
    /// <summary>The tracking table, with its schema where it has one (<c>schema.table</c>).</summary>
    public string Table { get; set; } = "cairn_migrations";

    /// <summary>How versions are read and ordered: <c>cairn</c>, <c>directus</c>, <c>knex</c>, <c>strapi</c> or <c>medusa</c>.</summary>
    public string Naming { get; set; } = "cairn";

    /// <summary>A pending migration older than the newest applied one.</summary>
    public CheckPolicy OutOfOrder { get; set; } = CheckPolicy.Warn;

    /// <summary>An applied migration whose content changed.</summary>
    public CheckPolicy Changed { get; set; } = CheckPolicy.Warn;

    /// <summary>An applied migration that is not known here.</summary>
    public CheckPolicy Missing { get; set; } = CheckPolicy.Warn;

    /// <summary>How long to wait for another run to end, as another replica's at start-up.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest a statement may take; null for no limit.</summary>
    public TimeSpan? StatementTimeout { get; set; }

    /// <summary>The longest a statement may wait for a lock of the database; null for 5 seconds.</summary>
    public TimeSpan? DatabaseLockTimeout { get; set; }

    /// <summary>Settings for <c>db.Variable</c>; the process's environment variables come after them.</summary>
    public IDictionary<string, string> Variables { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The application's name and version for the history; null takes those of the program.</summary>
    public string? Application { get; set; }

    /// <summary>The formats, besides compiled classes; <c>UseScripts()</c> of Cairn.Scripting adds <c>.csx</c> and <c>.sql</c>.</summary>
    public IList<IMigrationFormat> Formats { get; } = [];

    /// <summary>Who else is told what happens, besides the log.</summary>
    public IList<IRunObserver> Observers { get; } = [];

    /// <summary>How many statements of a migration become events of its span, where somebody traces; the others are only counted. 0 for none but those that fail.</summary>
    public int StatementEvents { get; set; } = 50;
}
