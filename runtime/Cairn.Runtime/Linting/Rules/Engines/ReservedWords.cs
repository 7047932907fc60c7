namespace Cairn.Runtime.Linting.Rules.Engines;

/// <summary>Words that are no names without quotes on PostgreSQL, MySQL or MariaDB, as far as somebody may want them for one.</summary>
internal static class ReservedWords
{
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(
        [
            "all", "alter", "analyze", "and", "any", "array", "as", "asc", "before", "between", "both", "by", "call", "cascade", "case", "cast", "change", "check", "collate", "column",
            "condition", "constraint", "continue", "create", "cross", "cube", "current_date", "current_time", "current_timestamp", "current_user", "cursor", "database", "databases", "default",
            "delete", "desc", "describe", "distinct", "div", "do", "drop", "each", "else", "end", "except", "exists", "exit", "explain", "false", "fetch", "for", "force", "foreign", "freeze",
            "from", "fulltext", "function", "generated", "grant", "group", "grouping", "groups", "having", "if", "ignore", "in", "index", "inner", "insert", "interval", "into", "is", "join",
            "key", "keys", "kill", "lateral", "leading", "leave", "left", "like", "limit", "lines", "load", "lock", "loop", "match", "mod", "natural", "not", "null", "of", "offset", "on",
            "only", "optimize", "option", "or", "order", "out", "outer", "over", "partition", "placing", "primary", "procedure", "range", "rank", "read", "recursive", "references", "release",
            "rename", "repeat", "replace", "require", "restrict", "return", "returning", "revoke", "right", "row", "rows", "schema", "schemas", "select", "separator", "session_user", "set",
            "show", "similar", "some", "sql", "system", "table", "terminated", "then", "to", "trailing", "trigger", "true", "undo", "union", "unique", "unlock", "unsigned", "update", "usage",
            "use", "user", "using", "values", "varying", "verbose", "when", "where", "while", "window", "with", "write",
        ],
        StringComparer.OrdinalIgnoreCase);
}
