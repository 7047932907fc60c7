namespace Cairn.Runtime.Drills.Scratch;

/// <summary>The statements for what hangs on tables and their rows.</summary>
internal static class PostgresLateTexts
{
    private const string Ours = "n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'";

    private static string Constraints(string kinds) =>
        $"""
        SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid)) AS text
        FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace
        WHERE conrelid <> 0 AND conislocal AND conparentid = 0 AND contype IN ({kinds}) AND {Ours} ORDER BY conname
        """;

    private const string Views =
        $"""
        SELECT CASE relkind WHEN 'm' THEN 'CREATE MATERIALIZED VIEW ' ELSE 'CREATE VIEW ' END || c.oid::regclass
            || CASE WHEN reloptions IS NOT NULL THEN ' WITH (' || array_to_string(reloptions, ', ') || ')' ELSE '' END
            || ' AS ' || rtrim(pg_get_viewdef(c.oid), ';') || CASE WHEN relkind = 'm' AND NOT relispopulated THEN ' WITH NO DATA' ELSE '' END AS text
        FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
        WHERE relkind IN ('v', 'm') AND {Ours} AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e') ORDER BY c.oid
        """;

    private static string Indexes(string kinds) =>
        $"""
        SELECT pg_get_indexdef(i.indexrelid) AS text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE t.relkind IN ({kinds}) AND {Ours} AND NOT c.relispartition
            AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) ORDER BY i.indexrelid
        """;

    private const string Rest =
        $"""
        SELECT pg_get_triggerdef(t.oid) AS text FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
        WHERE NOT tgisinternal AND coalesce(to_jsonb(t) ->> 'tgparentid', '0') = '0' AND {Ours}
        UNION ALL
        SELECT pg_get_ruledef(r.oid) FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class JOIN pg_namespace n ON n.oid = relnamespace WHERE rulename <> '_RETURN' AND {Ours}
        UNION ALL
        SELECT pg_get_statisticsobjdef(s.oid) FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = stxnamespace WHERE {Ours}
        UNION ALL
        SELECT format('CREATE POLICY %I ON %s AS %s FOR %s TO %s', polname, polrelid::regclass, CASE WHEN polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
            CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
            (SELECT string_agg(CASE role WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(role)) END, ', ') FROM unnest(polroles) role))
            || coalesce(' USING (' || pg_get_expr(polqual, polrelid) || ')', '') || coalesce(' WITH CHECK (' || pg_get_expr(polwithcheck, polrelid) || ')', '')
        FROM pg_policy JOIN pg_class c ON c.oid = polrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE {Ours}
        """;

    private const string Switches =
        $"""
        SELECT format('ALTER TABLE %s %s TRIGGER %I', tgrelid::regclass, CASE tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, tgname) AS text
        FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE NOT tgisinternal AND tgenabled <> 'O' AND {Ours}
        UNION ALL
        SELECT format('ALTER TABLE %s %s ROW LEVEL SECURITY', c.oid::regclass, setting)
        FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace CROSS JOIN LATERAL (VALUES ('ENABLE', relrowsecurity), ('FORCE', relforcerowsecurity)) s (setting, wanted) WHERE wanted AND {Ours}
        UNION ALL
        SELECT format('COMMENT ON %s %s IS %L', upper(CASE o.type WHEN 'table column' THEN 'column' WHEN 'table constraint' THEN 'constraint' WHEN 'domain constraint' THEN 'constraint'
            WHEN 'composite type' THEN 'type' WHEN 'view column' THEN 'column' WHEN 'materialized view column' THEN 'column' ELSE o.type END), o.identity, d.description)
        FROM pg_description d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
        WHERE d.objoid >= 16384 AND o.identity IS NOT NULL AND o.type <> 'extension' AND o.schema IS DISTINCT FROM 'pg_catalog' AND coalesce(o.schema, '') NOT LIKE 'pg\_toast%'
            AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = d.classoid AND x.objid = d.objoid AND x.deptype = 'e')
        """;

    /// <summary>In this order; foreign keys need the keys that they refer to.</summary>
    public static IReadOnlyList<string> Phases { get; } =
        [Constraints("'p', 'u', 'x', 'c'"), Indexes("'r', 'p'"), Constraints("'f'"), Views, Indexes("'m'"), Rest, Switches];
}
