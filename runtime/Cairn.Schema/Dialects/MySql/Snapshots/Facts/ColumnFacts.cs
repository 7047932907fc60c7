using System.Text.RegularExpressions;
using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Dialects.MySql.Snapshots.Texts;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>The columns of a table.</summary>
internal sealed partial class ColumnFacts(TableRows table, OwnDatabase own, MySqlCatalogue catalogue)
{
    private const string JsonCollation = "utf8mb4_bin";

    public SnapshotObject Of(CatalogueRow row)
    {
        var extra = row.Text("extra") ?? "";
        var expression = row.Text("expression") ?? "";
        var type = Type(row);
        var value = expression.Length == 0 ? catalogue.Default(row) : null;
        var collation = row.Text("collation") is { } found && found != table.Collation && !(type == "json" && found == JsonCollation) ? found : null;
        return new SnapshotObject(ObjectKind.Column, row.Text("name")!)
        {
            Facts = new FactList()
                .Say(FactNames.Type, type)
                .Say(FactNames.Nullable, row.Flag("nullable") ? "yes" : "no")
                .Say(FactNames.Default, value is null ? null : own.Without(value))
                .SayIf(MySqlFacts.NoDefault, value is null && expression.Length == 0 && row.Flag("nullable") && table.Text?.HasDefault(row.Text("name")!) == false && IsWithDefault(type))
                .Say(FactNames.OnUpdate, OnUpdate().Match(extra) is { Success: true } update ? update.Groups[1].Value : null)
                .Say(FactNames.Identity, extra.Contains("auto_increment", StringComparison.OrdinalIgnoreCase) ? "by default" : null)
                .Say(FactNames.Generated, table.Declared(own.Without(catalogue.Unescape(expression))))
                .Say(FactNames.GeneratedAs, GeneratedAs(expression, extra))
                .Say(FactNames.Charset, collation is not null && row.Text("charset") != table.Charset ? row.Text("charset") : null)
                .Say(FactNames.Collation, collation)
                .Say(MySqlFacts.Check, catalogue.ColumnCheck(row, table.Checks) is { } check ? table.Declared(own.Without(Unwrapped(check))) : null)
                .SayIf(MySqlFacts.Invisible, extra.Contains("INVISIBLE", StringComparison.Ordinal))
                .Say(MySqlFacts.SystemVersioning, extra.Contains("WITHOUT SYSTEM VERSIONING", StringComparison.Ordinal) ? "no" : null)
                .Say(MySqlFacts.Srid, row.Text("srid"))
                .Say(FactNames.Comment, row.Text("comment"))
                .All,
        };
    }

    private string Type(CatalogueRow row) => Versioned().Replace(catalogue.DataType(row, table.Checks), match => match.Groups[1].Value.ToLowerInvariant());

    /// <summary>Without DEFAULT in their definition these are NULL all the same: the server prints none.</summary>
    private static bool IsWithDefault(string type) => !type.Contains("text") && !type.Contains("blob") && type is not "json" && !type.StartsWith("geom", StringComparison.Ordinal);

    private static string? GeneratedAs(string expression, string extra) => expression.Length == 0 || expression is "ROW START" or "ROW END"
        ? null
        : extra.Contains("STORED", StringComparison.OrdinalIgnoreCase) ? "stored" : "virtual";

    private static string Unwrapped(string check) => check["CHECK (".Length..^1];

    [GeneratedRegex(@"on update (\w+(\(\d*\))?)", RegexOptions.IgnoreCase)]
    private static partial Regex OnUpdate();

    // What only newer servers understand, the server prints in a comment: compressed columns of MariaDB.
    [GeneratedRegex(@"/\*M?!\d*\s*(.*?)\s*\*/")]
    private static partial Regex Versioned();
}
