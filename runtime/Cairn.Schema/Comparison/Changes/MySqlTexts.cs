using System.Text.RegularExpressions;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>Facts in MySQL's and MariaDB's words: the operations have not all of them.</summary>
internal sealed partial class MySqlTexts(ChangeScope scope)
{
    /// <summary>A column's whole definition.</summary>
    public string Column(SnapshotObject column)
    {
        var generated = column[FactNames.Generated];
        var type = column[FactNames.Type]!;
        return Join(
        [
            scope.QuoteWord(column.Name),
            type,
            With("CHARACTER SET", column[FactNames.Charset]),
            With("COLLATE", column[FactNames.Collation]),
            With("SRID", column["srid"]),
            generated is null ? null : generated is "ROW START" or "ROW END" ? $"GENERATED ALWAYS AS {generated}" : $"GENERATED ALWAYS AS ({generated}) {column[FactNames.GeneratedAs]!.ToUpperInvariant()}",
            column[FactNames.Nullable] == "no" ? (generated is not null && scope.Client == Client.MariaDb ? null : "NOT NULL") : type.StartsWith("timestamp", StringComparison.Ordinal) && generated is null ? "NULL" : null,
            With("DEFAULT", column[FactNames.Default]),
            column[FactNames.Identity] is null ? null : "AUTO_INCREMENT",
            With("ON UPDATE", column[FactNames.OnUpdate]),
            column["invisible"] is null ? null : "INVISIBLE",
            column["system versioning"] == "no" ? "WITHOUT SYSTEM VERSIONING" : null,
            Comment(column),
            column["check"] is { } check ? $"CHECK ({check})" : null,
        ]);
    }

    /// <summary>A key, check or foreign key, as CREATE TABLE and ADD take it.</summary>
    public string Part(SnapshotObject part)
    {
        var name = part.IsNamed ? scope.QuoteWord(part.Name) + " " : "";
        switch (part.Kind)
        {
            case ObjectKind.Check:
                return $"{(part.IsNamed ? "CONSTRAINT " : "")}{name}CHECK ({part[FactNames.Expression]}){(part["enforced"] == "no" ? " NOT ENFORCED" : "")}";
            case ObjectKind.ForeignKey:
                return Join(
                [
                    $"{(part.IsNamed ? "CONSTRAINT " : "")}{name}FOREIGN KEY ({Names(part.List(FactNames.Columns))}) REFERENCES {Target(part[FactNames.References]!)} ({Names(part.List(FactNames.ReferencedColumns))})",
                    With("ON DELETE", part[FactNames.OnDelete]?.ToUpperInvariant()),
                    With("ON UPDATE", part[FactNames.OnUpdate]?.ToUpperInvariant()),
                ]);
        }

        var method = part[FactNames.Method]?.ToUpperInvariant();
        var isSpecial = method is "FULLTEXT" or "SPATIAL";
        var head = part.Kind switch
        {
            ObjectKind.PrimaryKey => "PRIMARY KEY ",
            ObjectKind.Unique => $"UNIQUE KEY {name}",
            _ => $"{(isSpecial ? method + " " : "")}KEY {name}",
        };
        return Join(
        [
            $"{head}({string.Join(", ", part.List(FactNames.Columns).Select(Key))})",
            isSpecial ? null : With("USING", method),
            With("WITH PARSER", part["parser"]),
            Comment(part),
            part["invisible"] is null ? null : "INVISIBLE",
            part["ignored"] is null ? null : "IGNORED",
        ]);
    }

    /// <summary>A table's options, each as CREATE TABLE and ALTER TABLE take it.</summary>
    public string Options(SnapshotObject table) => Join(
    [
        With("ENGINE =", table[FactNames.Engine]),
        With("DEFAULT CHARACTER SET =", table[FactNames.Charset]),
        With("COLLATE =", table[FactNames.Collation]),
        With("ROW_FORMAT =", table["row format"]?.ToUpperInvariant()),
        table["options"],
        Comment(table),
    ]);

    /// <summary>The whole of CREATE TABLE, without foreign keys.</summary>
    public string Table(SnapshotObject table)
    {
        var lines = table.Of(ObjectKind.Column).Select(Column)
            .Concat(table.Children.Where(part => part.Kind is ObjectKind.PrimaryKey or ObjectKind.Unique or ObjectKind.Index or ObjectKind.Check).Select(Part))
            .Concat(table["periods"]?.Split("; ").Select(period => $"PERIOD FOR {period}") ?? []);
        var partitions = table.Of(ObjectKind.Partition).Select(part => part[FactNames.Definition]).ToList();
        var parted = table["partition by"] is { } by ? $"\n{by}" + (partitions.Count == 0 ? "" : $"\n({string.Join(",\n ", partitions)})") : "";
        var versioned = table["system versioning"] == "yes" ? " WITH SYSTEM VERSIONING" : "";
        return $"CREATE TABLE {scope.QuoteWord(table.Name)} (\n  {string.Join(",\n  ", lines)}\n) {Options(table)}{versioned}{parted}";
    }

    private static string Join(IEnumerable<string?> parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string? With(string word, string? value) => value is null ? null : $"{word} {value}";

    private string? Comment(SnapshotObject found) => found[FactNames.Comment] is { } comment ? $"COMMENT {(found.Kind == ObjectKind.Table ? "= " : "")}{scope.Literal(comment)}" : null;

    private string Names(IReadOnlyList<string> names) => string.Join(", ", names.Select(scope.QuoteWord));

    private string Target(string table) => scope.Wanted.Find(ObjectKind.Table, table) is null && table.IndexOf('.') is > 0 and var dot
        ? $"{scope.QuoteWord(table[..dot])}.{scope.QuoteWord(table[(dot + 1)..])}"
        : scope.QuoteWord(table);

    /// <summary>A key of an index: a column with as much of it as is indexed, or an expression in parentheses; then its direction.</summary>
    private string Key(string text)
    {
        var descending = text.EndsWith(" desc", StringComparison.Ordinal);
        var key = descending ? text[..^5] : text;
        var direction = descending ? " DESC" : "";
        if (key.StartsWith('('))
        {
            return key + direction;
        }

        if (key.EndsWith(" without overlaps", StringComparison.Ordinal))
        {
            return scope.QuoteWord(key[..^" without overlaps".Length]) + " WITHOUT OVERLAPS";
        }

        return Prefixed().Match(key) is { Success: true } match ? $"{scope.QuoteWord(match.Groups[1].Value)}({match.Groups[2].Value}){direction}" : scope.QuoteWord(key) + direction;
    }

    [GeneratedRegex(@"^(.+)\(([0-9]+)\)\z", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Prefixed();
}
