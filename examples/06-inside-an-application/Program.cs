using System.Data.Common;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Hosting;
using Cairn.Scripting.Hosting;
using Cms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
var connection = builder.Configuration.GetConnectionString("Cms") ?? throw new InvalidOperationException("Set ConnectionStrings:Cms.");
builder.Services.AddSingleton<DbDataSource>(_ => NpgsqlDataSource.Create(connection));
builder.Services.AddSingleton<ISlugs, Slugs>();
builder.Services.AddSingleton<PageCache>();

// One order over all of them: the classes and the files that this program ships, and what a customer puts into the folder.
var cairn = builder.Services.AddCairn((services, options) => options
    .UseDataSource()
    .AddMigrations(typeof(Program).Assembly)
    .AddEmbeddedMigrations(typeof(Program).Assembly, "Cms.Migrations")
    .AddExtensions(builder.Configuration["Extensions"] ?? "extensions")
    .UseScripts()
    .AfterEach((_, _) =>
    {
        services.GetRequiredService<PageCache>().Clear();
        return Task.CompletedTask;
    }));

// --Start=check for replicas that must not change the schema.
_ = builder.Configuration["Start"] switch
{
    "check" => cairn.CheckAtStartup(),
    _ => cairn.MigrateAtStartup(),
};
builder.Services.AddHealthChecks().AddCairn();

// --Telemetry=console shows what is traced and measured. It listens before the application starts, for that is when the migrations run.
using var telemetry = builder.Configuration["Telemetry"] == "console" ? new ConsoleTelemetry() : null;

var app = builder.Build();
app.MapHealthChecks("/health", new HealthCheckOptions
{
    ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(new
    {
        Status = report.Status.ToString(),
        Checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { Status = entry.Value.Status.ToString(), entry.Value.Description, entry.Value.Data }),
    }),
});
app.MapGet("/pages", (DbDataSource database, PageCache cache, CancellationToken token) => cache.GetAsync(database, token));
app.MapGet("/migrations", async (IMigrator migrator, CancellationToken token) =>
    (await migrator.StatusAsync(token)).Migrations.Select(line => new { line.Version, line.Name, Source = line.Source.ToString(), State = line.State.ToString() }));

// A real application asks who is there first.
app.MapPost("/migrations", async (IMigrator migrator, CancellationToken token) =>
{
    var report = await migrator.LatestAsync(new LatestRequest(), token);
    return report.Error is { } error
        ? Results.Problem(error.Message, title: error.Code, statusCode: StatusCodes.Status500InternalServerError)
        : Results.Ok(report.Migrations.Select(line => line.Version));
});
app.Run();
