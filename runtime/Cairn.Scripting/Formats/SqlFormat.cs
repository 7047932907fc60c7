using Cairn.Runtime.Migrations;
using Cairn.Runtime.Seeds;
using Cairn.Scripting.Formats.Sql;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Formats;

/// <summary>Plain SQL with sections for both directions: <c>.sql</c>.</summary>
/// <example><code>
/// -- cairn: timeout 10m
/// -- up
/// create table notes (id integer primary key, body text);
/// -- down
/// drop table notes;
/// </code></example>
/// <param name="client">Says which database a run is on: its own client decides where a statement ends.</param>
public sealed class SqlFormat(Func<Db, Client> client) : IMigrationFormat
{
    /// <summary>Files that are split by the rules of the run's own database.</summary>
    public SqlFormat()
        : this(db => db.Client)
    {
    }

    /// <summary>Under this key an exception's <see cref="Exception.Data"/> has the line of the statement that failed.</summary>
    public const string LineKey = "cairn.line";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".sql"];

    /// <summary>Runs one statement.</summary>
    internal Func<Db, string, Task> Run { get; init; } = (db, sql) => db.Sql(sql).ToTask();

    /// <inheritdoc/>
    public ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken) => ValueTask.FromResult(Read(migration));

    private static MigrationSourceText Read(MigrationDescriptor migration)
    {
        var text = migration.EmbeddedText is { } embedded
            ? embedded().TrimStart('\uFEFF')
            : TextReading.Read(migration.FilePath ?? migration.Path, migration.Path);
        return new MigrationSourceText(text, Checksums.Of(text, []));
    }

    /// <inheritdoc/>
    public Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var loaded = new List<LoadedMigration>(migrations.Count);
        var errors = new List<CairnException>();
        foreach (var migration in migrations)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                loaded.Add(Load(migration, Read(migration)));
            }
            catch (CairnException exception)
            {
                errors.Add(exception);
            }
        }

        return Task.FromResult(new LoadResult(loaded, Compiling.ErrorOrder.Sorted(errors)));
    }

    /// <summary>Reads a seed: a file without sections.</summary>
    /// <exception cref="CairnException">It cannot be read, or is wrong (CAIRN2008, CAIRN2020).</exception>
    internal SeedScript LoadSeed(SeedFile seed)
    {
        var text = TextReading.Read(seed.FullPath, seed.Path);
        var (body, options) = SqlFileParser.ParseSeed(text, seed.Path);
        return new SeedScript(seed.Name, seed.Path, Body(body, seed.Path))
        {
            Options = options,
            Source = new MigrationSourceText(text, Checksums.Of(text, [])),
            Locate = exception => Locate(exception, seed.Path),
        };
    }

    private LoadedMigration Load(MigrationDescriptor migration, MigrationSourceText source)
    {
        var file = SqlFileParser.Parse(source.Text, migration.Path);
        return new LoadedMigration(migration, source)
        {
            Up = Body(file.Up, migration.Path),
            Down = file.Down is { } down ? Body(down, migration.Path) : null,
            UpOptions = file.UpOptions,
            DownOptions = file.DownOptions,
            Irreversible = file.Irreversible,
            Locate = exception => Locate(exception, migration.Path),
        };
    }

    private MigrationBody Body(SqlSection section, string path) => async (db, cancellationToken) =>
    {
        foreach (var statement in Split(section, client(db), path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await Run(db, statement.Text);
            }
            catch (Exception exception)
            {
                exception.Data[LineKey] = statement.Line;
                throw;
            }
        }
    };

    private static IReadOnlyList<SqlScriptStatement> Split(SqlSection section, Client client, string path)
    {
        try
        {
            return SqlSplitter.Split(section.Text, client, section.FirstLine);
        }
        catch (CairnException wrong)
        {
            throw new CairnException(wrong.Code, wrong.Message) { File = path, Line = wrong.Line, Fix = wrong.Fix };
        }
    }

    private static ScriptPosition? Locate(Exception exception, string path)
    {
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            if (current.Data[LineKey] is int line)
            {
                return new ScriptPosition(path, line);
            }
        }

        return null;
    }
}
