using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>A PostgreSQL database that the user gives as scratch: it must be empty, or left by a drill; it is empty again afterwards.</summary>
internal sealed class PostgresGiven : ScratchDatabase
{
    private const string Same = "SELECT pg_postmaster_start_time()::text || ' ' || coalesce(inet_server_port(), 0) || ' ' || current_database() AS place";
    private const string OurSchemas = "n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'";

    /// <summary>Everything that can be dropped alone, with the words that drop it; what an extension brought goes with the extension.</summary>
    private const string Objects =
        $"""
        SELECT 'EXTENSION' AS kind, quote_ident(extname) AS name, 0 AS place FROM pg_extension WHERE extname <> 'plpgsql'
        UNION ALL
        SELECT CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, c.oid::regclass::text, CASE relkind WHEN 'S' THEN 2 ELSE 1 END
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND {OurSchemas}
        UNION ALL
        SELECT CASE prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END, p.oid::regprocedure::text, 3
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE {OurSchemas}
        UNION ALL
        SELECT 'TYPE', t.oid::regtype::text, 4 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE {OurSchemas} AND (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND (SELECT relkind FROM pg_class WHERE oid = t.typrelid) = 'c'))
        UNION ALL
        SELECT 'SCHEMA', quote_ident(nspname), 5 FROM pg_namespace n WHERE {OurSchemas} AND nspname <> 'public'
        ORDER BY 3, 1, 2
        """;

    private readonly string token;
    private readonly RunConnection _keeper;

    private PostgresGiven(DatabaseTarget target, string written, RunConnection kept) => (Target, token, _keeper) = (target, written, kept);

    public override DatabaseTarget Target { get; }

    public static async Task<ScratchDatabase> MakeAsync(ScratchRequest request, DatabaseTarget given, CancellationToken cancellationToken)
    {
        var keeper = await PostgresScratch.OpenAsync(given, cancellationToken);
        var mark = ScratchMark.New();
        var marked = false;
        try
        {
            await TakeAsync(keeper, request, given, cancellationToken);
            await keeper.ExecuteAsync($"CREATE TABLE public.{ScratchMark.Table} (mark text NOT NULL)", [], cancellationToken);
            await keeper.ExecuteAsync($"INSERT INTO public.{ScratchMark.Table} VALUES (@p0)", [mark.ToString()], cancellationToken);
            marked = true;
            var target = given with { Display = $"the scratch database {given.Display}" };
            var copy = await PostgresScratch.FillAsync(request, target, cancellationToken);
            return new PostgresGiven(target, mark.Token, keeper) { Copy = copy with { Way = copy.Way + ", into the given database" } };
        }
        catch (Exception exception)
        {
            if (marked)
            {
                await EmptyAsync(keeper, mark.Token, CancellationToken.None);
            }

            await keeper.DisposeAsync();
            throw PostgresScratch.Told(request, exception, cancellationToken);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _keeper.DisposeAsync();
        await using var connection = await PostgresScratch.OpenAsync(Target, CancellationToken.None);
        try
        {
            await EmptyAsync(connection, token, CancellationToken.None);
        }
        catch (System.Data.Common.DbException exception)
        {
            throw ScratchErrors.Failed($"The scratch database {Target.Database} could not be emptied: {exception.Message}", exception, "The next drill that is given it empties it.");
        }
    }

    private static async Task TakeAsync(RunConnection keeper, ScratchRequest request, DatabaseTarget given, CancellationToken cancellationToken)
    {
        await using (var real = await PostgresScratch.OpenAsync(request.Source, cancellationToken))
        {
            if ((await real.QueryAsync(Same, [], cancellationToken))[0].Text("place") == (await keeper.QueryAsync(Same, [], cancellationToken))[0].Text("place"))
            {
                throw ScratchErrors.IsTarget(given.Display);
            }
        }

        // Two drills that are given the same database: the session that has this lock uses it.
        if (!(await keeper.QueryAsync("SELECT pg_try_advisory_lock(hashtext('cairn drill scratch')) AS had", [], cancellationToken))[0].Flag("had"))
        {
            throw ScratchErrors.NotEmpty(given.Display, "another drill uses it");
        }

        if (await MarkAsync(keeper, cancellationToken) is { } left)
        {
            await EmptyAsync(keeper, left.Token, cancellationToken);
        }

        if (await keeper.QueryAsync(Objects, [], cancellationToken) is [var found, ..])
        {
            throw ScratchErrors.NotEmpty(given.Display, $"it has {found.Text("kind")!.ToLowerInvariant()} {found.Text("name")} in it");
        }
    }

    private static async Task<ScratchMark?> MarkAsync(RunConnection connection, CancellationToken cancellationToken) =>
        (await connection.QueryAsync($"SELECT to_regclass('public.{ScratchMark.Table}') IS NOT NULL AS there", [], cancellationToken))[0].Flag("there")
        && await connection.QueryAsync($"SELECT mark FROM public.{ScratchMark.Table}", [], cancellationToken) is [var row]
            ? ScratchMark.Read(row.Text("mark"))
            : null;

    private static async Task EmptyAsync(RunConnection connection, string token, CancellationToken cancellationToken)
    {
        if ((await MarkAsync(connection, cancellationToken))?.Token != token)
        {
            throw ScratchErrors.NotOurs(connection.Target.Database, "it does not have the mark that the drill gave it");
        }

        await connection.ExecuteAsync("SET search_path = ''", [], cancellationToken);
        var things = await connection.QueryAsync(Objects, [], cancellationToken);
        foreach (var thing in things.OrderBy(thing => thing.Text("name") == "public." + ScratchMark.Table))
        {
            await connection.ExecuteAsync($"DROP {thing.Text("kind")} IF EXISTS {thing.Text("name")} CASCADE", [], cancellationToken);
        }
    }
}
