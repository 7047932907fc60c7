using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Adoptions.Systems;

/// <summary>Flyway: a row for each thing that it did, in order; the last one about a version says how that stands.</summary>
internal sealed class Flyway : AdoptedSystem
{
    public override string Name => "flyway";

    public override string Title => "Flyway";

    // The second one is of versions before 5.
    public override IReadOnlyList<string> Tables => ["flyway_schema_history", "schema_version"];

    public override IReadOnlyList<OtherColumn> Columns =>
        [new("installed_rank"), new("version"), new("description"), new("type"), new("script"), new("installed_on"), new("success")];

    public override OtherHistory Read(IReadOnlyList<CatalogueRow> rows)
    {
        var left = new List<(string Text, string Why)>();
        var failed = new List<string>();
        var applied = new List<OtherRow>();
        OtherRow? baseline = null;
        foreach (var row in rows.OrderBy(row => row.Number("installed_rank")))
        {
            var found = Row(row);
            var type = (row.Text("type") ?? "").ToUpperInvariant();
            if (type is "SCHEMA" or "TABLE")
            {
                // Flyway made a schema or its own table.
                continue;
            }

            if (found.Version is null)
            {
                left.Add((found.Text, "a repeatable migration, which Cairn has none of"));
                if (!row.Flag("success"))
                {
                    failed.Add(found.Text);
                }

                continue;
            }

            var before = applied.FindIndex(other => other.Version == found.Version);
            if (before >= 0)
            {
                applied.RemoveAt(before);
            }

            failed.RemoveAll(text => text == found.Text);
            if (!row.Flag("success"))
            {
                failed.Add(found.Text);
            }
            else if (type.StartsWith("UNDO", StringComparison.Ordinal))
            {
                left.Add((found.Text, "undone"));
            }
            else if (type == "DELETE")
            {
                left.Add((found.Text, "deleted from the history by flyway repair"));
            }
            else if (type.EndsWith("BASELINE", StringComparison.Ordinal))
            {
                baseline = found;
            }
            else
            {
                applied.Add(found);
            }
        }

        // Undone, and applied again after that.
        left.RemoveAll(line => applied.Exists(row => row.Text == line.Text));
        return new OtherHistory(applied) { Left = left, Failed = failed, Baseline = baseline };
    }

    private static OtherRow Row(CatalogueRow row)
    {
        var (version, description) = (row.Text("version"), row.Text("description"));
        return new OtherRow(version is null ? row.Text("script") ?? description ?? "" : $"{version} {description}".TrimEnd(), version, description, row.Moment("installed_on"));
    }
}
