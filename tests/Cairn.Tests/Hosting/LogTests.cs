using System.Reflection;
using Cairn.Runtime.Execution;
using Cairn.Tests.House.Documents;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cairn.Tests.Hosting;

/// <summary>What is logged has a number, a name and values of its own.</summary>
public sealed class LogTests : IDisposable
{
    private readonly HostProject _project = new();

    [Fact]
    public async Task A_run_is_logged_with_its_versions_as_values()
    {
        _project.Write("20260402A-said.sql", "-- up\ncreate table said (id integer);\n-- down\ndrop table said;\n");
        await _project.Migrator().LatestAsync(new LatestRequest(), HostProject.Stop);
        var finished = Assert.Single(_project.Log.OfCairn, entry => entry.Event.Name == "MigrationFinished" && (string?)entry.Values["Version"] == "20260402A");
        Assert.Equal(LogLevel.Information, finished.Level);
        Assert.Equal("Said", finished.Values["Name"]);
        Assert.True((double)finished.Values["Milliseconds"]! > 0);
        Assert.Equal("RunFinished", _project.Log.OfCairn[^1].Event.Name);
        Assert.All(_project.Log.OfCairn.Where(entry => entry.Event.Name == "Statement"), entry => Assert.Equal(LogLevel.Debug, entry.Level));
    }

    [Fact]
    public async Task A_failure_is_logged_with_code_fix_and_state()
    {
        await _project.Migrator(options => options.AddMigrations(typeof(Fail))).LatestAsync(new LatestRequest(), HostProject.Stop);
        var failed = _project.Log.OfCairn[^1];
        Assert.Equal(("RunFailed", LogLevel.Error), (failed.Event.Name, failed.Level));
        Assert.Equal(ErrorCodes.ScriptThrew, failed.Values["Code"]);
        Assert.NotNull(failed.Values["DatabaseState"]);
        Assert.IsType<CairnException>(failed.Exception);
    }

    [Fact]
    public async Task Event_numbers_and_names_are_one_to_one()
    {
        await _project.Migrator(options => options.AddMigrations(typeof(CreatePages))).LatestAsync(new LatestRequest(), HostProject.Stop);
        Assert.All(_project.Log.OfCairn.GroupBy(entry => entry.Event.Id), group => Assert.Single(group.Select(entry => entry.Event.Name).Distinct()));
    }

    [Fact]
    public void The_page_lists_every_event() => Lists.AreTheSame(
        new Document("docs/hosting.md").Rows("events").Select(row => $"{row[0]} {Document.Codes(row[1])[0]} {row[2].Split(',')[0]}: {string.Join(", ", Document.Codes(row[3]))}"),
        typeof(Cairn.Runtime.Hosting.IMigrator).Assembly.GetType("Cairn.Runtime.Hosting.LogMessages")!.GetMethods()
            .Select(method => (Method: method, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(pair => pair.Message is not null)
            .Select(pair => $"{pair.Message!.EventId} {pair.Message.EventName} {pair.Message.Level.ToString().ToLowerInvariant()}: {string.Join(", ", Values(pair.Method))}"),
        "docs/hosting.md, events");

    public void Dispose() => _project.Dispose();

    private static IEnumerable<string> Values(MethodInfo method) => method.GetParameters()
        .Where(parameter => parameter.ParameterType != typeof(ILogger) && parameter.ParameterType != typeof(CairnException))
        .Select(parameter => char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..]);
}
