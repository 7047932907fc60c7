namespace Cairn.Schema.Dialects.Sqlite.Rendering;

/// <summary>The errors of this dialect.</summary>
internal static class SqliteRefusal
{
    /// <summary>SQLite cannot do it at all.</summary>
    public static CairnException Unsupported(string what, string fix) =>
        new(ErrorCodes.OperationUnsupported, $"SQLite has no {what}.") { Fix = fix };

    /// <summary>What is to be changed is not there.</summary>
    /// <param name="table">The table that it was sought in.</param>
    /// <param name="what">What was sought, as <c>column</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="present">What there is of the kind.</param>
    public static CairnException Missing(string table, string what, string name, IEnumerable<string> present)
    {
        var list = string.Join(", ", present);
        return new(ErrorCodes.ObjectMissing, $"Table {table} has no {what} {name}; it has {(list.Length == 0 ? "none" : list)}.")
        {
            Fix = $"Correct the name of the {what}, or use the …IfExists form.",
        };
    }

    /// <summary>There is no such table, view or trigger.</summary>
    public static CairnException Missing(string what, string name, string? hint = null) =>
        new(ErrorCodes.ObjectMissing, $"There is no {what} {name} in the database{(hint is null ? "" : $" ({hint})")}.")
        {
            Fix = $"Correct the name of the {what}, or use the …IfExists form.",
        };

    /// <summary>What is to be added is there already.</summary>
    public static CairnException Exists(string table, string what, string name) =>
        new(ErrorCodes.ObjectExists, $"Table {table} has a {what} {name} already.") { Fix = $"Choose another name, or drop the {what} first." };

    /// <summary>The change would break something that is to stay.</summary>
    public static CairnException Breaks(string message, string fix) => new(ErrorCodes.RebuildImpossible, message) { Fix = fix };
}
