using System.Globalization;
using System.Text;
using System.Xml;
using Cairn.Runtime.Drills.Reports;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Output.Drills;

/// <summary>A drill in the form that build servers show: one test case for each migration and each story.</summary>
internal static class DrillJUnit
{
    public static string Text(DrillReport report)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n", CheckCharacters = false }))
        {
            Write(report, xml);
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text + "\n";
    }

    private static void Write(DrillReport report, XmlWriter xml)
    {
        var failures = report.Migrations.Count(drill => drill.Outcome == DrillOutcome.Failed) + report.Scripts.Count(drill => drill.Outcome == DrillOutcome.Failed);
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean($"drill of {report.Database}"));
        xml.WriteAttributeString("tests", Number(report.Migrations.Count + report.Scripts.Count + (report.Error is null ? 0 : 1)));
        xml.WriteAttributeString("failures", Number(failures));
        xml.WriteAttributeString("errors", Number(report.Error is null ? 0 : 1));
        xml.WriteAttributeString("skipped", Number(report.Migrations.Count(IsSkipped)));
        xml.WriteAttributeString("time", Seconds(report.Duration));
        xml.WriteAttributeString("timestamp", report.StartedAt.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        foreach (var drill in report.Migrations)
        {
            Write(drill, xml);
        }

        foreach (var drill in report.Scripts)
        {
            Write(drill, xml);
        }

        if (report.Error is { } error)
        {
            Start(xml, "drill", "drill", TimeSpan.Zero);
            Fault(xml, "error", error.Code, error.Message, Explain(error));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(MigrationDrill drill, XmlWriter xml)
    {
        Start(xml, "migrations", $"{drill.Version} {drill.Name}", drill.Steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + step.Duration));
        xml.WriteAttributeString("file", Clean(drill.Path));
        if (drill.Outcome == DrillOutcome.Failed)
        {
            var lines = DrillWords.Failures(drill).ToList();
            Fault(xml, "failure", drill.Error?.Code ?? ErrorCodes.DrillFailed, lines.FirstOrDefault() ?? "failed", string.Join('\n', lines) + (drill.Error is null ? "" : "\n" + Explain(drill.Error)));
        }
        else if (IsSkipped(drill))
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Clean(string.Join(" ", [DrillWords.Of(drill.Outcome), .. drill.Notes])));
            xml.WriteEndElement();
        }

        if (drill.Notes.Count > 0)
        {
            xml.WriteElementString("system-out", Clean(string.Join('\n', drill.Notes)));
        }

        xml.WriteEndElement();
    }

    private static void Write(ScriptDrill drill, XmlWriter xml)
    {
        Start(xml, "scripts", drill.Path, drill.Duration);
        if (drill.Error is { } error)
        {
            Fault(xml, "failure", error.Code, error.Message, Explain(error));
        }

        xml.WriteElementString("system-out", Clean(string.Join('\n', drill.Events.Select(step => step.What))));
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string group, string name, TimeSpan time)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"cairn.{group}");
        xml.WriteAttributeString("name", Clean(name));
        xml.WriteAttributeString("time", Seconds(time));
    }

    private static void Fault(XmlWriter xml, string element, string type, string message, string text)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("message", Clean(message));
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    private static bool IsSkipped(MigrationDrill drill) => drill.Outcome is DrillOutcome.Irreversible or DrillOutcome.NotRun;

    private static string Explain(CairnException error)
    {
        var place = error.File is null ? "" : $"{error.File}{(error.Line is { } line ? $"({line})" : "")}: ";
        return Redaction.Clean($"{place}{error.Code}: {error.Message}\n{error.DatabaseState}\n{(error.Fix is null ? "" : "fix: " + error.Fix)}").TrimEnd();
    }

    /// <summary>Characters that XML has no way to write, not even escaped, as the sign for such.</summary>
    private static string Clean(string text) => string.Concat(Redaction.Clean(text).EnumerateRunes().Select(rune =>
        rune.Value is 0x9 or 0xA or 0xD or >= 0x20 and <= 0xFFFD or >= 0x10000 ? rune.ToString() : "\uFFFD"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
