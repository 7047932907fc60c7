namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>What several of the queries have in common.</summary>
internal static class PostgresFragments
{
    /// <summary>
    /// The schemas that are read, as <c>n</c> in the queries: <c>prefix</c> and <c>quoted</c> stand before the name of an object, as it is told and as a statement has it. Both are empty for the
    /// connection's own schema.
    /// </summary>
    public const string Own = """
        WITH own AS (
          SELECT s.oid, CASE WHEN s.is_current THEN '' ELSE s.nspname || '.' END AS prefix, CASE WHEN s.is_current THEN '' ELSE quote_ident(s.nspname) || '.' END AS quoted,
            quote_ident(s.nspname) AS schema_word, s.is_current
          FROM (SELECT oid, nspname::text AS nspname, nspname IS NOT DISTINCT FROM current_schema() AS is_current FROM pg_namespace) s
          WHERE s.nspname NOT LIKE 'pg\_%' AND s.nspname <> 'information_schema'
        )
        """;

    /// <summary>What an extension owns is the extension's.</summary>
    public static string NotOfExtension(string catalogue, string oid) =>
        $"NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = '{catalogue}'::regclass AND x.objid = {oid} AND x.deptype = 'e')";

    /// <summary>A list of texts, or null where it is empty.</summary>
    public static string List(string value, string from, string order) => $"(SELECT json_agg({value} ORDER BY {order})::text FROM {from})";

    /// <summary>An array of texts as a sorted list: the server keeps such options in the order in which they were set.</summary>
    public static string Sorted(string array) =>
        $"CASE WHEN {array} IS NOT NULL THEN {List("u.value", $"unnest({array}) u(value)", "u.value COLLATE \"C\"")} END";

    /// <summary>A comment; an empty one is none.</summary>
    public static string Comment(string oid, string catalogue) => $"obj_description({oid}, '{catalogue}')";

    /// <summary>The names of columns, in the order of an array of their numbers.</summary>
    public static string Columns(string numbers, string table) =>
        List("a.attname", $"unnest({numbers}) WITH ORDINALITY u(number, place) JOIN pg_attribute a ON a.attrelid = {table} AND a.attnum = u.number", "u.place");

    /// <summary>
    /// The rights by which an object differs from what its owner and everybody have by default, as the statements that give or take them. No entry and an entry that says the default are the same.
    /// </summary>
    /// <param name="acl">The column with the rights.</param>
    /// <param name="type">The letter of <c>acldefault</c>.</param>
    /// <param name="owner">The owner's number.</param>
    /// <param name="on">SQL that gives what stands after ON.</param>
    /// <param name="columns">SQL that gives what stands after each right.</param>
    public static string Grants(string acl, char type, string owner, string on, string columns = "''") => $"""
        CASE WHEN {acl} IS NOT NULL THEN (
          SELECT json_agg(g.line ORDER BY g.line COLLATE "C")::text FROM (
            SELECT CASE WHEN e.missing THEN 'REVOKE ' ELSE 'GRANT ' END || string_agg(e.privilege_type || {columns}, ', ' ORDER BY e.privilege_type) || ' ON ' || {on}
              || CASE WHEN e.missing THEN ' FROM ' ELSE ' TO ' END || CASE e.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(e.grantee)) END
              || CASE WHEN e.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS line
            FROM (
              (SELECT grantee, privilege_type, is_grantable, false AS missing FROM aclexplode({acl})
                EXCEPT SELECT grantee, privilege_type, is_grantable, false FROM aclexplode(acldefault('{type}', {owner})))
              UNION ALL
              (SELECT grantee, privilege_type, is_grantable, true FROM aclexplode(acldefault('{type}', {owner}))
                EXCEPT SELECT grantee, privilege_type, is_grantable, true FROM aclexplode({acl}))
            ) e
            GROUP BY e.missing, e.grantee, e.is_grantable
          ) g
        ) END
        """;

    /// <summary>A text that the server prints with the object's schema, in any case, without it where that is the connection's own (<c>n</c>).</summary>
    /// <param name="text">SQL that gives the text.</param>
    /// <param name="head">SQL that gives what stands before the schema.</param>
    public static string Unqualified(string text, string head) =>
        $"CASE WHEN n.is_current THEN {head} || substr({text}, length({head} || n.schema_word || '.') + 1) ELSE {text} END";

    /// <summary>An expression that only some versions have; null on the others.</summary>
    public static string Since(int version, int server, string expression) => server >= version ? expression : "NULL::text";

    /// <summary>A column that only some versions have: where it is true, the text; else null.</summary>
    public static string FlagSince(int version, int server, string condition, string text) => Since(version, server, $"CASE WHEN {condition} THEN '{text}' END");
}
