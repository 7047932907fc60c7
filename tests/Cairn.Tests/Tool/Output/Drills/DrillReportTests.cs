using System.Text.Json;
using System.Xml.Linq;
using Cairn.Runtime.Drills.Reports;
using Cairn.Tool.Output.Drills;
using Cairn.Tool.Output.Drills.Pages;
using Xunit;

namespace Cairn.Tests.Tool.Output.Drills;

/// <summary>The four forms of a drill's report say the same.</summary>
public class DrillReportTests
{
    [Fact]
    public void The_terminal_names_each_object_below_its_migration()
    {
        var drill = DrillSamples.Report().Migrations[0];
        Assert.Equal(
            [
                "failed 20260301A Add Orders Tenant Id (up 12.5 ms, down 8 ms, up 14 ms)",
                "  index orders_tenant_id_index: missing after down",
                $"  column orders.note{DrillSamples.Evil}: default 'new' became none",
                "  rows of orders: 2 of 5 are gone",
            ],
            DrillText.Lines(drill));
        Assert.Equal(["20260301A", "Add Orders Tenant Id", "failed", "12.5 ms", "8 ms", "14 ms", "5", "AccessExclusiveLock on orders for 11 ms"], DrillText.Table(DrillSamples.Report())!.Rows[0]);
        Assert.Equal("1 passed, 3 failed, 1 irreversible, 1 not run", DrillWords.Summary(DrillSamples.Report()));
    }

    [Fact]
    public void The_data_have_every_difference_and_every_change()
    {
        using var json = JsonDocument.Parse(DrillDocument.Text(DrillSamples.Report()));
        var root = json.RootElement;
        Assert.False(root.GetProperty("passed").GetBoolean());
        Assert.Equal("postgres", root.GetProperty("client").GetString());
        var drill = root.GetProperty("migrations")[0];
        Assert.Equal("failed", drill.GetProperty("outcome").GetString());
        Assert.Equal(["index orders_tenant_id_index", $"column orders.note{DrillSamples.Evil}", "rows of orders"], drill.GetProperty("differences").EnumerateArray().Select(line => line.GetProperty("subject").GetString()));
        Assert.Equal("second-up", drill.GetProperty("differences")[2].GetProperty("after").GetString());
        Assert.Equal(["added", "added", "changed"], drill.GetProperty("changes").EnumerateArray().Select(line => line.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
        Assert.NotEqual(drill.GetProperty("fingerprintBefore").GetString(), drill.GetProperty("fingerprintAfter").GetString());
        Assert.Equal(12.5, drill.GetProperty("steps")[0].GetProperty("durationMs").GetDouble());
        Assert.Equal("not-run", root.GetProperty("migrations")[4].GetProperty("outcome").GetString());
        Assert.Equal("CAIRN5007", root.GetProperty("scripts")[0].GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void A_build_server_gets_one_case_for_each_migration_and_story()
    {
        var suite = XDocument.Parse(DrillJUnit.Text(DrillSamples.Report())).Root!.Element("testsuite")!;
        Assert.Equal(("6", "3", "0", "2"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value, suite.Attribute("skipped")!.Value));
        var cases = suite.Elements("testcase").ToList();
        Assert.Equal("20260301A Add Orders Tenant Id", cases[0].Attribute("name")!.Value);
        Assert.Equal("index orders_tenant_id_index: missing after down", cases[0].Element("failure")!.Attribute("message")!.Value);
        Assert.Contains("rows of orders: 2 of 5 are gone", cases[0].Element("failure")!.Value, StringComparison.Ordinal);
        Assert.Null(cases[1].Element("failure"));
        Assert.Equal("0.035", cases[0].Attribute("time")!.Value);
    }

    [Fact]
    public void Characters_that_XML_does_not_have_do_no_harm()
    {
        var report = DrillSamples.Report() with { Database = "a\0b\u001b\uD800c" };
        Assert.Equal("drill of a\uFFFDb\uFFFD\uFFFDc", XDocument.Parse(DrillJUnit.Text(report)).Root!.Element("testsuite")!.Attribute("name")!.Value);
    }

    [Fact]
    public void A_drill_that_was_not_made_is_an_error_for_the_build_server()
    {
        var report = DrillSamples.Report() with { Migrations = [], Scripts = [], Error = new CairnException("CAIRN5003", "no right to create databases") };
        Assert.False(report.Passed);
        var suite = XDocument.Parse(DrillJUnit.Text(report)).Root!.Element("testsuite")!;
        Assert.Equal(("1", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("errors")!.Value));
        Assert.Equal("CAIRN5003", suite.Element("testcase")!.Element("error")!.Attribute("type")!.Value);
    }

    [Fact]
    public void Nothing_on_the_page_is_markup_but_the_page_s_own()
    {
        var page = DrillPage.Text(DrillSamples.Report());
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", DrillPage.Text(DrillSamples.Report() with { Warnings = ["Host=a;Password=secret;x"] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drill.txt")]
    [InlineData("drill")]
    public void An_ending_that_says_no_format_is_refused(string file) =>
        Assert.Equal(ErrorCodes.CommandLineInvalid, Assert.Throws<CairnException>(() => DrillFiles.Check(file)).Code);

    [Fact]
    public void A_file_is_written_into_a_folder_that_is_not_there_yet()
    {
        var folder = Directory.CreateTempSubdirectory("cairn-report-");
        try
        {
            foreach (var ending in new[] { "html", "json", "xml" })
            {
                var path = Path.Combine(folder.FullName, "a", "b", $"drill.{ending}");
                DrillFiles.Write(DrillSamples.Report(), path);
                Assert.Contains("orders_tenant_id_index", File.ReadAllText(path), StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(DrillOutcome.Passed, true)]
    [InlineData(DrillOutcome.Irreversible, true)]
    [InlineData(DrillOutcome.NotDeterministic, true)]
    [InlineData(DrillOutcome.Failed, false)]
    [InlineData(DrillOutcome.NotRun, false)]
    public void What_was_not_shown_to_hold_has_not_passed(DrillOutcome outcome, bool passed)
    {
        var report = DrillSamples.Report();
        Assert.Equal(passed, (report with { Scripts = [], Migrations = [report.Migrations[0] with { Outcome = outcome }] }).Passed);
    }
}
