namespace Cairn.Runtime.Drills.Scratch;

/// <summary>Queries whose rows are the statements that make a PostgreSQL database again, phase by phase.</summary>
internal static class PostgresTexts
{
    private const string Ours = "n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'";

    /// <summary>What an extension brings comes with the extension.</summary>
    private static string NotOfExtension(string catalogue, string oid) =>
        $"NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = '{catalogue}'::regclass AND x.objid = {oid} AND x.deptype = 'e')";

    private static string Schemas =>
        $"""
        SELECT 'CREATE SCHEMA ' || quote_ident(nspname) AS text FROM pg_namespace n WHERE {Ours} AND nspname <> 'public' AND {NotOfExtension("pg_namespace", "n.oid")}
        UNION ALL SELECT 'DROP SCHEMA IF EXISTS public' WHERE to_regnamespace('public') IS NULL
        """;

    private const string Extensions =
        """
        SELECT 'CREATE EXTENSION IF NOT EXISTS ' || quote_ident(extname) || ' WITH SCHEMA ' || quote_ident(nspname) || ' CASCADE' AS text
        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE extname <> 'plpgsql'
        """;

    private static string TypesAndFunctions =>
        $"""
        SELECT 'CREATE TYPE ' || format('%I.%I', nspname, typname) || ' AS ENUM ('
            || coalesce((SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid), '') || ')' AS text
        FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE typtype = 'e' AND {Ours} AND {NotOfExtension("pg_type", "t.oid")}
        UNION ALL
        SELECT 'CREATE DOMAIN ' || format('%I.%I', nspname, typname) || ' AS ' || format_type(typbasetype, typtypmod)
            || CASE WHEN typcollation NOT IN (0, (SELECT typcollation FROM pg_type b WHERE b.oid = t.typbasetype)) THEN ' COLLATE ' || typcollation::regcollation ELSE '' END
            || coalesce(' DEFAULT ' || typdefault, '') || CASE WHEN typnotnull THEN ' NOT NULL' ELSE '' END
            || coalesce((SELECT string_agg(' CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(k.oid), '' ORDER BY conname)
                         FROM pg_constraint k WHERE contypid = t.oid AND contype = 'c'), '')
        FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE typtype = 'd' AND {Ours} AND {NotOfExtension("pg_type", "t.oid")}
        UNION ALL
        SELECT 'CREATE TYPE ' || format('%I.%I', nspname, typname) || ' AS ('
            || coalesce((SELECT string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)
                         FROM pg_attribute WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped), '') || ')'
        FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace JOIN pg_class c ON c.oid = typrelid
        WHERE typtype = 'c' AND relkind = 'c' AND {Ours} AND {NotOfExtension("pg_type", "t.oid")}
        UNION ALL
        SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
        WHERE prokind IN ('f', 'p', 'w') AND {Ours} AND {NotOfExtension("pg_proc", "p.oid")} AND to_jsonb(p) ->> 'prosqlbody' IS NULL
            AND NOT EXISTS (SELECT 1 FROM pg_type r JOIN pg_class c ON c.oid = r.typrelid WHERE c.relkind <> 'c' AND (r.oid = prorettype OR r.typarray = prorettype OR r.oid = ANY (proargtypes)))
        UNION ALL
        SELECT format('CREATE SEQUENCE %I.%I AS %s INCREMENT %s MINVALUE %s MAXVALUE %s START %s CACHE %s', nspname, relname, format_type(seqtypid, NULL), seqincrement, seqmin, seqmax, seqstart, seqcache)
            || CASE WHEN seqcycle THEN ' CYCLE' ELSE '' END
        FROM pg_sequence s JOIN pg_class c ON c.oid = seqrelid JOIN pg_namespace n ON n.oid = relnamespace
        WHERE {Ours} AND NOT EXISTS (SELECT 1 FROM pg_depend i WHERE i.classid = 'pg_class'::regclass AND i.objid = c.oid AND i.deptype IN ('i', 'e'))
        """;

    /// <summary>Columns in their order; a partition is made as a table and attached, so that its columns keep theirs.</summary>
    private static string Tables =>
        $"""
        SELECT 'CREATE ' || CASE relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END || 'TABLE ' || c.oid::regclass || ' ('
            || coalesce((SELECT string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod)
                || CASE WHEN attcollation NOT IN (0, (SELECT typcollation FROM pg_type WHERE oid = atttypid)) THEN ' COLLATE ' || attcollation::regcollation ELSE '' END
                || CASE WHEN attgenerated = 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(adbin, adrelid) || ') STORED'
                        WHEN attgenerated = 'v' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(adbin, adrelid) || ') VIRTUAL'
                        WHEN attidentity <> '' THEN ' GENERATED ' || CASE attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END || ' AS IDENTITY'
                            || coalesce((SELECT format(' (SEQUENCE NAME %s INCREMENT %s MINVALUE %s MAXVALUE %s START %s CACHE %s%s)', seqrelid::regclass, seqincrement, seqmin, seqmax, seqstart, seqcache, CASE WHEN seqcycle THEN ' CYCLE' ELSE '' END)
                                         FROM pg_depend i JOIN pg_sequence ON seqrelid = i.objid WHERE i.refobjid = a.attrelid AND i.refobjsubid = a.attnum AND i.deptype = 'i'), '')
                        WHEN adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(adbin, adrelid) ELSE '' END
                || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END, ', ' ORDER BY attnum)
                FROM pg_attribute a LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND (attislocal OR relispartition OR attinhcount = 0)), '') || ')'
            || CASE WHEN relispartition THEN '' ELSE coalesce((SELECT ' INHERITS (' || string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) || ')' FROM pg_inherits WHERE inhrelid = c.oid), '') END
            || CASE WHEN relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(c.oid) ELSE '' END
            || CASE WHEN reloptions IS NOT NULL THEN ' WITH (' || array_to_string(reloptions, ', ') || ')' ELSE '' END AS text
        FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
        WHERE relkind IN ('r', 'p') AND {Ours} AND {NotOfExtension("pg_class", "c.oid")}
        """;

    private static string LateFunctions =>
        $"""
        SELECT replace(pg_get_functiondef(p.oid), 'CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION') AS text FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
        WHERE prokind IN ('f', 'p', 'w') AND {Ours} AND {NotOfExtension("pg_proc", "p.oid")} AND (to_jsonb(p) ->> 'prosqlbody' IS NOT NULL
            OR EXISTS (SELECT 1 FROM pg_type r JOIN pg_class c ON c.oid = r.typrelid WHERE c.relkind <> 'c' AND (r.oid = prorettype OR r.typarray = prorettype OR r.oid = ANY (proargtypes))))
        """;

    private static string Owners =>
        $"""
        SELECT format('ALTER SEQUENCE %s OWNED BY %s.%I', c.oid::regclass, d.refobjid::regclass, attname) AS text
        FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'a'
        JOIN pg_attribute ON attrelid = d.refobjid AND attnum = d.refobjsubid WHERE relkind = 'S' AND {Ours}
        UNION ALL
        SELECT format('ALTER TABLE %s ATTACH PARTITION %s %s', inhparent::regclass, c.oid::regclass, pg_get_expr(relpartbound, c.oid))
        FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_inherits ON inhrelid = c.oid WHERE relispartition AND relkind IN ('r', 'p') AND {Ours}
        """;

    /// <summary>Before the rows are there.</summary>
    public static IReadOnlyList<string> BeforeRows { get; } = [Schemas, Extensions, TypesAndFunctions, Tables];

    /// <summary>When they are: no trigger fires for them, and an index is made at once.</summary>
    public static IReadOnlyList<string> AfterRows { get; } = [Owners, LateFunctions, .. PostgresLateTexts.Phases];
}
