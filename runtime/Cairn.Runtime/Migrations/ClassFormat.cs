using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Runtime.Migrations;

/// <summary>Compiled migrations: Cairn's own, and those of a host.</summary>
internal sealed class ClassFormat : IMigrationFormat
{
    public IReadOnlyList<string> Endings => [".class"];

    /// <summary>There is no text; a class is the same as long as it has the same name, since its host versions it.</summary>
    public ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Source(migration));

    public Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken) =>
        Task.FromResult(new LoadResult([.. migrations.Select(Load)], []));

    private static MigrationSourceText Source(MigrationDescriptor migration)
    {
        var name = migration.Type!.FullName!;
        return new MigrationSourceText(name, HexText.Of(SHA256.HashData(Encoding.UTF8.GetBytes(name))));
    }

    private static LoadedMigration Load(MigrationDescriptor migration)
    {
        var type = migration.Type!;
        var options = MigrationOptionsReader.Read(type);
        return new LoadedMigration(migration, Source(migration))
        {
            Up = (db, token) => MigrationActivator.Create(type, db).UpAsync(token),
            Down = (db, token) => MigrationActivator.Create(type, db).DownAsync(token),
            Class = type,
            UpOptions = options,
            DownOptions = options,
            Irreversible = type.GetCustomAttribute<IrreversibleAttribute>()?.Why,
            Locate = exception => Locate(type, exception),
        };
    }

    private static ScriptPosition? Locate(Type type, Exception exception)
    {
        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(candidate => candidate.GetMethod()?.DeclaringType is { } declaring && (declaring == type || declaring.DeclaringType == type));
        return frame?.GetFileName() is { } file ? new ScriptPosition(Path.GetFileName(file), frame.GetFileLineNumber()) : null;
    }
}
