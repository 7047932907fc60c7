using System.Globalization;
using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Schema;
using Cairn.Engines.Tests.Servers;
using Cairn.Runtime.Data;
using Cairn.Runtime.Drills;
using Cairn.Runtime.Drills.Planning;
using Cairn.Runtime.Drills.Rehearsals;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Scratch;
using Cairn.Runtime.Execution;
using Cairn.Runtime.History;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Engines.Tests.Drills.Corpus;

/// <summary>Drills cases one by one, each on a fresh copy of the same database. The scripts are compiled once, together; all else is as in <c>migrate:drill</c>.</summary>
internal static class CorpusRun
{
    private static readonly DateOnly FirstDay = new(2026, 2, 1);

    public static async Task<IReadOnlyList<(CorpusCase Case, MigrationDrill Drill)>> RunAsync(EngineServers servers, string engine, IReadOnlyList<CorpusCase> cases)
    {
        var token = TestContext.Current.CancellationToken;
        await using var project = (await Project.NewAsync(servers, engine)).Write("20260101A-start.sql", CorpusFiles.Start(engine));
        await project.DoAsync("migrate:latest");
        var state = await project.Database.StateAsync();
        for (var index = 0; index < cases.Count; index++)
        {
            project.Write($"{Version(index)}-case{cases[index].Ending}", cases[index].Text);
        }

        var options = Options(project);
        var run = new MigrationRun(options);
        var set = run.ReadSet();
        var loaded = await run.Loader.LoadAsync(set.Migrations.Where(migration => migration.Source == MigrationSourceKind.Custom), token);
        var drills = new List<(CorpusCase, MigrationDrill)>();
        for (var index = 0; index < cases.Count; index++)
        {
            drills.Add((cases[index], await DrillAsync(options, set.Find(Version(index))!, loaded, token)));
        }

        Assert.Equal(state, await project.Database.StateAsync());
        return drills;
    }

    private static async Task<MigrationDrill> DrillAsync(
        MigratorOptions options, MigrationDescriptor migration, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, CancellationToken cancellationToken)
    {
        var observer = new SilentDrillObserver();
        var tables = TrackingTables.From(options.Table);
        var scratch = new ScratchRequest(options.Target, DrillData.All, observer)
        {
            OwnTables = new HashSet<string>([tables.Tracking.Name, tables.Log.Name, tables.Journal.Name, tables.Lock.Name, ScratchMark.Table], StringComparer.OrdinalIgnoreCase),
        };
        await using var session = new DrillSession(options, new DrillRequest(), new DrillPlan([], [new DrillPlanStep(migration, Rehearsed: true)], []), loaded, scratch, observer);
        await session.RunAsync(cancellationToken);
        return Assert.Single(session.Drills);
    }

    private static string Version(int index) => FirstDay.AddDays(index).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "A";

    private static MigratorOptions Options(Project project) => new()
    {
        Target = Target(project.Database) with { DriverFolders = [Path.Combine(project.Workspace.Folder, "extensions", "drivers")] },
        Sources = [new FolderSource(project.Workspace.Migrations, "migrations")],
        Formats = [new RememberedFormat(new CsxFormat(new ScriptCompiler(CompileCache.None))), new RememberedFormat(new SqlFormat())],
        Naming = MigrationNamings.Default,
    };

    private static DatabaseTarget Target(TestDatabase database) => (database.Engine switch
    {
        EngineNames.Sqlite => SqliteUrl.Read(database.Url, Path.GetTempPath()),
        EngineNames.Postgres => PostgresUrl.Read(ServerUrl.Parse(database.Url)),
        _ => MySqlUrl.Read(ServerUrl.Parse(database.Url), LiveSchema.ClientOf(database.Engine)),
    }).Target;
}
