using Cairn.Runtime.Execution;
using Cairn.Runtime.Hosting;
using Cairn.Scripting.Hosting;
using Cairn.Tests.Tool.Calls;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cairn.Tests.Hosting;

/// <summary>A migration may take the application's services; where there is none, that is told before anything runs.</summary>
public sealed class ServiceTests : IDisposable
{
    private readonly HostProject _project = new();

    [Fact]
    public async Task A_class_takes_services_in_its_constructor_and_by_db()
    {
        var migrator = Migrator(typeof(CreateNamed), typeof(AskDb));
        (await migrator.LatestAsync(new LatestRequest(), HostProject.Stop)).ThrowIfFailed();
        Assert.Equal(["named", "named_by_db"], _project.Tables());
        (await migrator.RollbackAsync(new RollbackRequest(All: true), HostProject.Stop)).ThrowIfFailed();
        Assert.Empty(_project.Tables());
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_named_before_anything_runs()
    {
        var error = await Assert.ThrowsAsync<CairnException>(() => Migrator(typeof(CreatePages), typeof(AskForAbsent)).LatestAsync(new LatestRequest(), HostProject.Stop));
        Assert.Equal(ErrorCodes.ServiceMissing, error.Code);
        Assert.Contains("AskForAbsent asks for Cairn.Tests.Hosting.IAbsent", error.Message, StringComparison.Ordinal);
        Assert.Empty(_project.Tables());
    }

    [Fact]
    public async Task A_service_of_one_run_lives_as_long_as_the_run()
    {
        var made = new List<Scoped>();
        var migrator = _project.Migrator(
            options => options.AddMigrations(typeof(CreatePages)).BeforeAll((run, _) =>
            {
                made.Add(run.Services!.GetRequiredService<Scoped>());
                return Task.CompletedTask;
            }),
            services => services.AddScoped<Scoped>());
        (await migrator.LatestAsync(new LatestRequest(), HostProject.Stop)).ThrowIfFailed();
        (await migrator.RollbackAsync(new RollbackRequest(), HostProject.Stop)).ThrowIfFailed();
        Assert.Equal(2, made.Distinct().Count());
        Assert.All(made, service => Assert.True(service.IsDisposed));
    }

    [Fact]
    public async Task A_script_takes_services_too()
    {
        _project.Write(
            "20260402A-script.csx",
            """
            using Cairn.Tests.Hosting;
            class Script(INames names) : Migration
            {
                public override void Up() => Schema.CreateTable(names.Table + Db.Service<INames>().Table, table => table.Increments("id"));
                public override void Down() { }
            }
            """);
        var migrator = _project.Migrator(options => options.UseScripts(), services => services.AddSingleton<INames, Names>());
        (await migrator.LatestAsync(new LatestRequest(), HostProject.Stop)).ThrowIfFailed();
        Assert.Equal(["namednamed"], _project.Tables());
    }

    [Theory]
    [InlineData("void Up(Db db) => db.Log(db.Services.ToString());\nvoid Down(Db db) { }\n", 1)]
    [InlineData("class A(System.IServiceProvider services) : Migration\n{\n    public override void Up() => Db.Log(services.ToString());\n    public override void Down() { }\n}\n", 2)]
    public async Task The_tool_has_none_and_says_so(string script, int exitCode)
    {
        using var tool = new CalledTool();
        tool.Write("extensions/migrations/20260402A-services.csx", script);
        var result = await tool.RunAsync("migrate:latest");
        Assert.Contains("run by the tool", result.All, StringComparison.Ordinal);
        Assert.Equal(exitCode, result.ExitCode);
    }

    public void Dispose() => _project.Dispose();

    private IMigrator Migrator(params Type[] types) =>
        _project.Migrator(options => options.AddMigrations(types), services => services.AddSingleton<INames, Names>());

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
