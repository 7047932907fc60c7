using System.Data.Common;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;
using Cairn.Schema.Building;
using SqlKata;
using SqlKata.Execution;

namespace Cairn;

/// <summary>What a migration works with: the database of the run, inside the run's transaction.</summary>
/// <remarks>
/// Schema operations and <see cref="Sql"/> queue in their written order and run when awaited, when the next query needs them, or when the
/// function ends. A statement that fails fails the migration, also where a script catches the exception; what may fail goes into <see cref="Try"/>.
/// </remarks>
/// <example><code>
/// async Task Up(Db db)
/// {
///     await db.Schema.AlterTable("orders", table => table.String("note"));
///     await db.Query("orders").WhereNull("note").UpdateAsync(new { note = "" });
/// }
/// </code></example>
public sealed partial class Db
{
    private readonly MigrationSession session;
    private readonly MigratorOptions options;

    internal Db(MigrationSession session, MigratorOptions options, Version serverVersion)
    {
        this.session = session;
        this.options = options;
        ServerVersion = serverVersion;
        Schema = new SchemaBuilder(session);
        Inspect = new DbInspector(session.Catalogue, session.Client);
    }

    /// <summary>The database system.</summary>
    public Client Client => session.Client;

    /// <summary>The server's version (SQLite: the library's).</summary>
    public Version ServerVersion { get; }

    /// <summary>The schema builder.</summary>
    public SchemaBuilder Schema { get; }

    /// <summary>What the database has now, the queued operations included.</summary>
    public DbInspector Inspect { get; }

    /// <summary>The name of the environment (<c>--env</c>), or null.</summary>
    public string? Environment => options.Environment;

    /// <summary>The services of the application that runs the migrations.</summary>
    /// <exception cref="CairnException">There are none, as in the tool (CAIRN3018).</exception>
    public IServiceProvider Services => options.Services ?? throw HostServices.None("The migration asks for db.Services");

    /// <summary>The connection, for other libraries: its commands join the run's transaction by themselves.</summary>
    public DbConnection Connection => session.Connection;

    /// <summary>The run's transaction, to be passed on; null in a [NoTransaction] migration.</summary>
    public DbTransaction? CurrentTransaction => session.CurrentTransaction;

    internal MigratorOptions Options => options;

    /// <summary>Records an operation that did not come from the builder.</summary>
    internal void Record(Cairn.Schema.Operations.SchemaOperation operation) => session.Add(operation);

    /// <summary>The builder for the schema that a table is in.</summary>
    internal SchemaBuilder SchemaOf(Schema.TableName table) => table.Schema is null ? Schema : Schema.InSchema(table.Schema);

    /// <summary>Whether the database is one of these.</summary>
    public bool Is(params Client[] clients) => clients.Contains(Client);

    /// <summary>A SqlKata query on a table, bound to this connection and transaction.</summary>
    public Query Query(string table) => Queries().Query(table);

    /// <summary>A SqlKata query without a table yet.</summary>
    public Query Query() => Queries().Query();

    /// <summary>Queues one raw statement; it runs in its written order with the schema operations.</summary>
    /// <param name="sql">The statement, in the database's own words.</param>
    /// <param name="parameters">An object whose properties are the parameters <c>@name</c>, or a dictionary.</param>
    /// <example><code>await db.Sql("update orders set note = @note where id = @id", new { note = "x", id = 7 });</code></example>
    public SchemaStep Sql(string sql, object? parameters = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        var operation = new Schema.Operations.RawSql(sql) { Parameters = parameters };
        return new SchemaStep(session, session.Add(operation));
    }

    /// <summary>A setting: from the host or <c>cairn.json</c>'s <c>variables</c>, else an environment variable of the process.</summary>
    /// <exception cref="CairnException">It is not set (CAIRN7010).</exception>
    public string Variable(string name) => options.Variables.TryGetValue(name, out var value)
        ? value
        : System.Environment.GetEnvironmentVariable(name) ?? throw new CairnException(
            ErrorCodes.VariableMissing, $"The migration asks for the variable {name}, which is not set.")
        {
            Fix = $"Set the environment variable {name}, or put it under \"variables\" in cairn.json.",
        };

    /// <summary>One service of the application that runs the migrations.</summary>
    /// <typeparam name="T">Which one.</typeparam>
    /// <exception cref="CairnException">The application has none such, or there is no application, as in the tool (CAIRN3018).</exception>
    /// <example><code>await db.Service&lt;ISearchIndex&gt;().RebuildAsync();</code></example>
    public T Service<T>()
        where T : class => options.Services?.GetService(typeof(T)) as T ?? throw HostServices.Missing("The migration", typeof(T), options.Services);

    /// <summary>A line on the run's output.</summary>
    public void Log(string line) => options.Observer.Log(line);

    /// <summary>A progress bar on the run's output; call <see cref="DbProgress.Add"/> as work is done.</summary>
    /// <param name="total">How much there is to do, where known.</param>
    public DbProgress Progress(long? total = null) => new(options.Observer, total);

    /// <summary>A factory is not kept: disposing it would close the run's connection.</summary>
    private QueryFactory Queries() => new(session.Connection, session.DatabaseClient.CreateCompiler());
}
