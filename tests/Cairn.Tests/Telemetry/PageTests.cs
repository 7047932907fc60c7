using System.Diagnostics.Metrics;
using System.Reflection;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Hosting;
using Cairn.Runtime.Telemetry;
using Cairn.Tests.House;
using Cairn.Tests.House.Documents;
using Cairn.Tests.House.Sources;
using Cairn.Tests.Hosting;
using Xunit;

namespace Cairn.Tests.Telemetry;

/// <summary>The page lists what is sent, and what is sent is made in one place.</summary>
[Collection(AloneCollection.Name)]
public sealed class PageTests : IDisposable
{
    private readonly HostProject _project = new();

    [Fact]
    public void It_lists_every_span() => Lists.AreTheSame(
        Page.Rows("spans").SelectMany(row => Document.Codes(row[0])), Constants(typeof(SpanNames)).Where(name => name != SpanNames.Statement), "docs/hosting.md, spans");

    [Fact]
    public void It_lists_every_attribute() => Lists.AreTheSame(
        Page.Rows("attributes").SelectMany(row => Document.Codes(row[0])), Constants(typeof(TagNames)), "docs/hosting.md, attributes");

    [Fact]
    public async Task It_lists_every_metric_with_its_attributes()
    {
        using var heard = Listening.ToMetrics();
        await Migrator(typeof(BreakTraced)).LatestAsync(new LatestRequest(), HostProject.Stop);
        await Migrator().CheckAsync(HostProject.Stop);
        Lists.AreTheSame(
            Page.Rows("metrics").SelectMany(row => Document.Codes(row[3]).Select(tag => $"{Document.Codes(row[0])[0]} {Document.Codes(row[2])[0]} {tag}")),
            from metric in heard.Metrics()
            from tag in metric.Tags.Split(' ')
            select $"{metric.Name} {metric.Unit} {tag.Split('=')[0]}",
            "docs/hosting.md, metrics");
        Lists.AreTheSame(
            Page.Rows("metrics").Select(row => $"{Document.Codes(row[0])[0]} {row[1]}"),
            typeof(Instruments).GetProperties().Select(property => property.GetValue(null)).OfType<Instrument>()
                .Select(instrument => $"{instrument.Name} {instrument.GetType().Name.Split('`')[0].ToLowerInvariant()}"),
            "docs/hosting.md, metrics");
        Assert.All(heard.Metrics(), metric => Assert.EndsWith(".", metric.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void It_says_how_many_statements_are_events_and_how_long_they_may_be()
    {
        var text = Repository.Read("docs/hosting.md");
        Assert.Contains($"`options.StatementEvents` of them ({new CairnOptions().StatementEvents})", text, StringComparison.Ordinal);
        Assert.Contains($"after {Cairn.Runtime.Telemetry.Texts.StatementText.Longest} letters", text, StringComparison.Ordinal);
    }

    /// <summary>The tool starts in the time that it takes to ask a database; it loads none of this.</summary>
    [Fact]
    public void Only_Telemetry_and_Hosting_know_of_it() => Found.Nothing(
        from file in SourceFile.All
        where file.Path.StartsWith("runtime/", StringComparison.Ordinal) || file.Path.StartsWith("tool/", StringComparison.Ordinal)
        where !file.Path.StartsWith("runtime/Cairn.Runtime/Telemetry/", StringComparison.Ordinal)
        from word in file.Words.Concat(file.Usings)
        where word is "Activity" or "ActivitySource" or "Meter" or "System.Diagnostics.Metrics" || (word is "Telemetry" or "Cairn.Runtime.Telemetry" && !file.Path.StartsWith("runtime/Cairn.Runtime/Hosting/", StringComparison.Ordinal))
        select $"{file.Path} says {word}",
        "Spans and metrics are made in runtime/Cairn.Runtime/Telemetry, and only an application's runs use it:");

    public void Dispose() => _project.Dispose();

    private static Document Page => new("docs/hosting.md");

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private IMigrator Migrator(params Type[] more) => _project.Migrator(options => options.AddMigrations([typeof(CreateTraced), typeof(FillTraced), .. more]));
}
