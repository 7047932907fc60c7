using Cairn.Runtime.Linting.Facts;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Rules;
using Cairn.Runtime.Linting.Rules.Recordings;
using Cairn.Runtime.Linting.Waivers;

namespace Cairn.Runtime.Linting;

/// <summary>From what rules find in a migration to what is reported: rows, settings and waivers have their say here, and only here.</summary>
/// <param name="request">The settings.</param>
internal sealed class LintJudgement(LintRequest request)
{
    private static readonly UnusedWaiver Unused = new();
    private static readonly WouldFail Failing = new();

    public async Task<MigrationLint> JudgeAsync(LintCase migration, bool applied, CancellationToken cancellationToken)
    {
        var found = new FindingList();
        foreach (var rule in LintRules.All.Where(rule => rule.IsFor(migration.Client) && SeverityOf(rule, rule.Severity) is not null))
        {
            await rule.CheckAsync(migration, found, cancellationToken);
        }

        var script = new WaivedScript(migration.Migration.Source.Text);
        var (kept, waived, notes, used) = (new List<LintFinding>(), new List<WaivedFinding>(), new List<string>(), new HashSet<Waiver>());
        foreach (var fault in found.Faults)
        {
            var (severity, rows) = await WeighAsync(migration, fault, cancellationToken);
            var finding = Finding(migration, fault, severity, rows);
            var waiver = fault.Rule.Family == LintFamily.Lint ? null : script.Waivers.FirstOrDefault(waiver => script.Covers(waiver, finding.Rule, finding.Line));
            if (waiver is not null)
            {
                used.Add(waiver);
            }

            if (severity is null)
            {
                Note(notes, fault, rows);
            }
            else if (waiver is { Reason.Length: > 0 })
            {
                waived.Add(new WaivedFinding(finding, waiver.Reason));
            }
            else if (!kept.Contains(finding))
            {
                kept.Add(finding);
            }
        }

        // That a migration fails is told once: by the rule that knows why.
        kept.RemoveAll(finding => finding.Rule == Failing.Code && kept.Exists(other => other.Rule != finding.Rule && other.Line == finding.Line && other.Severity == LintSeverity.Error));
        if (SeverityOf(Unused, Unused.Severity) is { } asSevere && migration.Up.IsWhole)
        {
            var superfluous = new FindingList();
            Unused.Check(script, used, superfluous);
            kept.AddRange(superfluous.Faults.Select(fault => Finding(migration, fault, asSevere, null)));
        }

        var descriptor = migration.Migration.Descriptor;
        return new MigrationLint(descriptor.Version.Text, descriptor.Name, descriptor.Source, descriptor.Path, applied)
        {
            Findings = [.. kept.OrderBy(finding => finding.Line ?? 0).ThenBy(finding => finding.Rule, StringComparer.Ordinal)],
            Waived = waived,
            Notes = notes,
        };
    }

    /// <summary>The severity by the settings; null where the rule is switched off.</summary>
    private LintSeverity? SeverityOf(LintRule rule, LintSeverity own) => request.Severities.TryGetValue(rule.Code, out var set) ? set : own;

    /// <summary>How bad a fault is for the rows that are there; null where it is none on a table without rows.</summary>
    private async ValueTask<(LintSeverity? Severity, CountedRows? Rows)> WeighAsync(LintCase migration, FoundFault fault, CancellationToken cancellationToken)
    {
        var severity = SeverityOf(fault.Rule, fault.Severity);
        if (!fault.NeedsRows || fault.Table is not { } table)
        {
            return (severity, null);
        }

        if (table.IsNew)
        {
            return (null, null);
        }

        var there = await migration.FindAsync(table, cancellationToken) is { IsView: false };
        var rows = there ? await migration.Database.RowsAsync(table.InDatabase!, cancellationToken) : new CountedRows(0);
        rows = request.AssumedRows is { } assumed && assumed > rows.Count ? new CountedRows(assumed) : rows;
        return rows.Count == 0 ? (null, there ? rows : null)
            : fault.Rule.Family == LintFamily.Locks && rows.IsTiny ? (null, null)
            : fault.Rule.Family == LintFamily.Locks && rows.IsSmall ? (LintSeverity.Info, rows)
            : (severity, rows);
    }

    private static LintFinding Finding(LintCase migration, FoundFault fault, LintSeverity? severity, CountedRows? rows)
    {
        var rowText = rows is null || fault.Table is null ? "" : $" ({fault.Table} has {rows})";
        return new LintFinding(fault.Rule.Code, severity ?? LintSeverity.Info, fault.Message + rowText, fault.Fix)
        {
            File = fault.Step?.At?.File ?? migration.Migration.Descriptor.Path,
            Line = fault.Line ?? fault.Step?.At?.Line,
            Table = fault.Table?.Name.ToString(),
        };
    }

    private static void Note(List<string> notes, FoundFault fault, CountedRows? rows)
    {
        var note = $"{fault.Table} has no rows here, so {fault.Rule.Code} ({fault.Rule.Title}) is not told; --assume-rows 100000 tells it.";
        if (rows is not null && !notes.Contains(note))
        {
            notes.Add(note);
        }
    }
}
