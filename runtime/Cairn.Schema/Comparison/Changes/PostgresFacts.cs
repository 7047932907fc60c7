using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>PostgreSQL's statements for single facts: rights, comments, storage, row security and the like.</summary>
internal sealed class PostgresFacts(ChangeScope scope)
{
    private static readonly string[] OfSequence = ["type", "start", "increment", "minimum", "maximum", "cache", "cycle"];

    /// <summary>How statements call a kind.</summary>
    public string Word(ObjectKind kind) => kind switch
    {
        ObjectKind.CompositeType or ObjectKind.Enum => "TYPE",
        ObjectKind.Event => "EVENT TRIGGER",
        ObjectKind.PrimaryKey or ObjectKind.Unique or ObjectKind.Check or ObjectKind.ForeignKey or ObjectKind.Exclusion => "CONSTRAINT",
        _ => kind.Word().ToUpperInvariant(),
    };

    /// <summary>The object after its kind's word: a column with its table, a trigger <c>on</c> its one, a routine with its arguments.</summary>
    public string Subject(SnapshotObject found, SnapshotObject? parent)
    {
        if (found.Kind == ObjectKind.Routine)
        {
            var open = found.Name.IndexOf('(', StringComparison.Ordinal);
            var arguments = found.Name[open..];
            return scope.Quote(found.Name[..open]) + (arguments == "()" && found["routine"] == "aggregate" ? "(*)" : arguments);
        }

        return (found.Kind, parent) switch
        {
            (ObjectKind.Column, not null) => $"{scope.Quote(parent.Name)}.{scope.QuoteWord(found.Name)}",
            (ObjectKind.Index or ObjectKind.Statistics, _) or (_, null) => found.Kind is ObjectKind.Extension or ObjectKind.Schema or ObjectKind.Event ? scope.QuoteWord(found.Name) : scope.Quote(found.Name),
            _ => $"{scope.QuoteWord(found.Name)} ON {scope.Quote(parent.Name)}",
        };
    }

    /// <summary><c>orders.id</c> as a statement has it.</summary>
    public string OwningColumn(string owner)
    {
        var dot = owner.LastIndexOf('.');
        return $"{scope.Quote(owner[..dot])}.{scope.QuoteWord(owner[(dot + 1)..])}";
    }

    /// <summary>The statements for a fact that is not the same any more; null where there are none.</summary>
    public IReadOnlyList<string>? Change(ObjectDifference difference, string fact, SnapshotObject? parent)
    {
        var (before, after) = (difference.Before!, difference.After!);
        switch (after.Kind)
        {
            case ObjectKind.Routine when fact is not (FactNames.Comment or "grants"):
                return difference.Facts.First(changed => changed.Name is not (FactNames.Comment or "grants")).Name == fact ? [after[FactNames.Definition]!] : [];
            case ObjectKind.Sequence when OfSequence.Contains(fact, StringComparer.Ordinal):
                var text = after[FactNames.Definition]!;
                return [$"ALTER{text[text.IndexOf(" SEQUENCE", StringComparison.Ordinal)..]}{(after["cycle"] is null ? " NO CYCLE" : "")}"];
            case ObjectKind.Sequence when fact == "owned by":
                return [$"ALTER SEQUENCE {scope.Quote(after.Name)} OWNED BY {(after["owned by"] is { } owner ? OwningColumn(owner) : "NONE")}"];
            case ObjectKind.Extension when fact == "version":
                return [$"ALTER EXTENSION {scope.QuoteWord(after.Name)} UPDATE TO {scope.Literal(after["version"]!)}"];
            case ObjectKind.Extension when fact == "schema" && after["schema"] is { } schema:
                return [$"ALTER EXTENSION {scope.QuoteWord(after.Name)} SET SCHEMA {scope.QuoteWord(schema)}"];
            default:
                return Set(after, parent, after.Find(fact) ?? new Fact(fact, ""), before.Find(fact) ?? new Fact(fact, ""));
        }
    }

    /// <summary>The statements that set a fact; an empty one is the usual. Null where there are none for it.</summary>
    /// <param name="found">The object.</param>
    /// <param name="parent">What it belongs to.</param>
    /// <param name="fact">The fact as it shall be.</param>
    /// <param name="before">The fact as it is; null where the object is new.</param>
    public IReadOnlyList<string>? Set(SnapshotObject found, SnapshotObject? parent, Fact fact, Fact? before) => (found.Kind, fact.Name) switch
    {
        (_, FactNames.Comment) => [$"COMMENT ON {Word(found.Kind)} {Subject(found, parent)} IS {Text(fact)}"],
        (_, "index comment") => [$"COMMENT ON INDEX {scope.Quote(found.Name)} IS {Text(fact)}"],
        (_, "grants") => Grants(fact, before),
        (ObjectKind.Trigger or ObjectKind.Rule, "state") => [$"ALTER TABLE {scope.Quote(parent!.Name)} {State(fact)} {Word(found.Kind)} {scope.QuoteWord(found.Name)}"],
        (ObjectKind.Event, "state") => [$"ALTER EVENT TRIGGER {scope.QuoteWord(found.Name)} {State(fact)}"],
        (ObjectKind.PrimaryKey or ObjectKind.Unique or ObjectKind.Index, "clustered") =>
            [fact.Text == "yes" ? $"ALTER TABLE {scope.Quote(parent!.Name)} CLUSTER ON {scope.QuoteWord(found.Name)}" : $"ALTER TABLE {scope.Quote(parent!.Name)} SET WITHOUT CLUSTER"],
        (ObjectKind.Statistics, "target") => [$"ALTER STATISTICS {scope.Quote(found.Name)} SET STATISTICS {(fact.Text.Length == 0 ? "-1" : fact.Text)}"],
        (ObjectKind.View or ObjectKind.MaterializedView, "column comments") => ColumnComments(found, fact, before),
        (ObjectKind.View, "column defaults") => [.. Pairs(fact, " ").Select(pair => $"ALTER VIEW {scope.Quote(found.Name)} ALTER COLUMN {scope.QuoteWord(pair.Name)} SET DEFAULT {pair.Value}")],
        (ObjectKind.Table, _) => OfTable(found, fact, before),
        (ObjectKind.Column, _) => OfColumn(found, parent!, fact),
        _ => null,
    };

    private IReadOnlyList<string>? OfTable(SnapshotObject table, Fact fact, Fact? before)
    {
        var alter = $"ALTER TABLE {scope.Quote(table.Name)} ";
        var isUsual = fact.Text.Length == 0;
        return fact.Name switch
        {
            "persistence" => [alter + (isUsual ? "SET LOGGED" : "SET UNLOGGED")],
            "tablespace" => [alter + "SET TABLESPACE " + (isUsual ? "pg_default" : scope.QuoteWord(fact.Text))],
            "access method" => [alter + "SET ACCESS METHOD " + (isUsual ? "heap" : scope.QuoteWord(fact.Text))],
            "row security" =>
            [
                alter + (fact.Text is "enabled" or "forced" ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY",
                alter + (fact.Text.StartsWith("forced", StringComparison.Ordinal) ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY",
            ],
            "replica identity" => fact.Text switch
            {
                "" => [alter + "REPLICA IDENTITY DEFAULT"],
                "lost index" => null,
                ['i', 'n', 'd', 'e', 'x', ' ', .. var index] => [alter + "REPLICA IDENTITY USING INDEX " + scope.QuoteWord(index)],
                var word => [alter + "REPLICA IDENTITY " + word.ToUpperInvariant()],
            },
            "options" => Options(alter, fact, before),
            _ => null,
        };
    }

    private IReadOnlyList<string>? OfColumn(SnapshotObject column, SnapshotObject table, Fact fact)
    {
        var alter = $"ALTER TABLE {scope.Quote(table.Name)} ALTER COLUMN {scope.QuoteWord(column.Name)} ";
        var isUsual = fact.Text.Length == 0;
        return fact.Name switch
        {
            "storage" when !isUsual => [alter + "SET STORAGE " + fact.Text.ToUpperInvariant()],
            "compression" => [alter + "SET COMPRESSION " + (isUsual ? "default" : fact.Text)],
            "statistics" => [alter + "SET STATISTICS " + (isUsual ? "-1" : fact.Text)],
            "identity" when isUsual => [alter + "DROP IDENTITY"],
            "identity start" when !isUsual => [alter + $"SET START WITH {fact.Text} RESTART"],
            "identity increment" => [alter + $"SET INCREMENT BY {(isUsual ? "1" : fact.Text)}"],
            "identity minimum" => [alter + (isUsual ? "SET NO MINVALUE" : $"SET MINVALUE {fact.Text}")],
            "identity maximum" => [alter + (isUsual ? "SET NO MAXVALUE" : $"SET MAXVALUE {fact.Text}")],
            "identity cache" => [alter + $"SET CACHE {(isUsual ? "1" : fact.Text)}"],
            "identity cycle" => [alter + (isUsual ? "SET NO CYCLE" : "SET CYCLE")],
            "options" => Options(alter, fact, before: null),
            _ => null,
        };
    }

    private static List<string> Options(string alter, Fact fact, Fact? before)
    {
        var statements = new List<string>();
        if (before is { Text.Length: > 0 })
        {
            statements.Add($"{alter}RESET ({string.Join(", ", before.Values.Select(option => option.Split('=')[0]))})");
        }

        if (fact.Text.Length > 0)
        {
            statements.Add($"{alter}SET ({fact.Text})");
        }

        return statements;
    }

    /// <summary>A right is a statement already; one that shall not be any more is taken back with its opposite.</summary>
    private static List<string> Grants(Fact fact, Fact? before)
    {
        var old = before?.Values.Where(line => line.Length > 0).ToList() ?? [];
        return [.. old.Except(fact.Values, StringComparer.Ordinal).Select(Opposite), .. fact.Values.Where(line => line.Length > 0).Except(old, StringComparer.Ordinal)];
    }

    private static string Opposite(string grant)
    {
        if (grant.StartsWith("REVOKE ", StringComparison.Ordinal))
        {
            return "GRANT " + Replace(grant["REVOKE ".Length..], " FROM ", " TO ");
        }

        var text = grant.Replace(" WITH GRANT OPTION", "", StringComparison.Ordinal);
        return "REVOKE " + Replace(text["GRANT ".Length..], " TO ", " FROM ");
    }

    private static string Replace(string text, string word, string by) => text.LastIndexOf(word, StringComparison.Ordinal) is var at ? text[..at] + by + text[(at + word.Length)..] : text;

    private List<string> ColumnComments(SnapshotObject view, Fact fact, Fact? before)
    {
        var now = Pairs(fact, ": ").ToDictionary(pair => pair.Name, pair => scope.Literal(pair.Value), StringComparer.Ordinal);
        IEnumerable<string> gone = before is null ? [] : Pairs(before, ": ").Select(pair => pair.Name).Where(name => !now.ContainsKey(name));
        return [.. now.Concat(gone.Select(name => KeyValuePair.Create(name, "NULL"))).Select(pair => $"COMMENT ON COLUMN {scope.Quote(view.Name)}.{scope.QuoteWord(pair.Key)} IS {pair.Value}")];
    }

    private static IEnumerable<(string Name, string Value)> Pairs(Fact fact, string between) => fact.Values
        .Where(line => line.Contains(between, StringComparison.Ordinal))
        .Select(line => (line[..line.IndexOf(between, StringComparison.Ordinal)], line[(line.IndexOf(between, StringComparison.Ordinal) + between.Length)..]));

    private string Text(Fact fact) => fact.Text.Length == 0 ? "NULL" : scope.Literal(fact.Text);

    private static string State(Fact fact) => fact.Text switch
    {
        "disabled" => "DISABLE",
        "replica" => "ENABLE REPLICA",
        "always" => "ENABLE ALWAYS",
        _ => "ENABLE",
    };
}
