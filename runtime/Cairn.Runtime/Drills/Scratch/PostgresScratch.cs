using System.Data.Common;
using System.Diagnostics;
using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Execution;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>A copy of a PostgreSQL database. A session stays connected to it as long as the drill lives.</summary>
internal sealed class PostgresScratch : ScratchDatabase
{
    private static readonly SessionLimits Limits = new(Statement: null, TimeSpan.FromSeconds(30));

    private readonly RunConnection _holder;
    private readonly DatabaseTarget source;
    private readonly ScratchMark _mark;
    private RunConnection? keeper;

    private PostgresScratch(RunConnection held, DatabaseTarget real, DatabaseTarget copy, ScratchMark written) => (_holder, source, Target, _mark) = (held, real, copy, written);

    public override DatabaseTarget Target { get; }

    public static new async Task<ScratchDatabase> MakeAsync(ScratchRequest request, CancellationToken cancellationToken)
    {
        var holder = await OpenAsync(request.Source, cancellationToken);
        PostgresScratch? made = null;
        try
        {
            await PostgresLeftovers.RemoveAsync(holder, request.Observer, cancellationToken);
            if (request.Given is { } given)
            {
                await holder.DisposeAsync();
                return await PostgresGiven.MakeAsync(request, given, cancellationToken);
            }

            var clock = Stopwatch.StartNew();
            var mark = ScratchMark.New();
            var name = ScratchName.New(request.Source.Database, mark.At).ToString();
            if (!request.Empty)
            {
                await TellAsync(holder, request, name, cancellationToken);
            }

            var asTemplate = await PostgresCreation.CreateAsync(holder, request, name, mark, cancellationToken);
            made = new PostgresScratch(holder, request.Source, At(request.Source, name), mark) { Copy = new ScratchCopy("", request.Data, TimeSpan.Zero) };
            made.keeper = await OpenAsync(made.Target, cancellationToken);
            var copy = asTemplate
                ? new ScratchCopy("CREATE DATABASE … TEMPLATE", request.Data, clock.Elapsed)
                : await FillAsync(request, made.Target, cancellationToken);
            return new PostgresScratch(holder, request.Source, made.Target, mark) { Copy = copy, keeper = made.keeper };
        }
        catch (Exception exception)
        {
            await (made?.DisposeAsync() ?? holder.DisposeAsync());
            throw Told(request, exception, cancellationToken);
        }
    }

    /// <summary>Structure by the server's own words for it, rows by COPY, all of one moment.</summary>
    public static async Task<ScratchCopy> FillAsync(ScratchRequest request, DatabaseTarget target, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        if (request.Empty)
        {
            return new ScratchCopy("CREATE DATABASE", request.Data, clock.Elapsed);
        }

        await using var from = await OpenAsync(request.Source, cancellationToken);
        await using var to = await OpenAsync(target, cancellationToken);
        try
        {
            var rows = await new PostgresStructure(from, to, request).CopyAsync(cancellationToken);
            return new ScratchCopy("structure from the catalogue, rows by COPY", request.Data, clock.Elapsed) { Rows = rows };
        }
        catch (DbException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw ScratchErrors.Failed($"{request.Source.Display} could not be copied: {exception.Message}", exception);
        }
    }

    /// <exception cref="CairnException">It does not have the drill's mark (CAIRN5004), or the server refuses (CAIRN5005).</exception>
    public override async ValueTask DisposeAsync()
    {
        if (keeper is not null)
        {
            await keeper.DisposeAsync();
        }

        await _holder.DisposeAsync();
        try
        {
            // The connection that made it may be lost by now.
            await using var connection = await OpenAsync(source, CancellationToken.None);
            await PostgresLeftovers.DropAsync(connection, Target.Database, _mark.Token, CancellationToken.None);
        }
        catch (DbException exception)
        {
            throw ScratchErrors.Failed(
                $"The scratch copy {Target.Database} could not be dropped: {exception.Message}", exception, $"The next drill drops it; or drop it by hand: DROP DATABASE {Target.Database}.");
        }
    }

    public static Task<RunConnection> OpenAsync(DatabaseTarget target, CancellationToken cancellationToken) =>
        RunConnection.OpenAsync(target, readOnly: false, Limits, new SilentObserver(), cancellationToken);

    public static Exception Told(ScratchRequest request, Exception exception, CancellationToken cancellationToken) => exception switch
    {
        DbException when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),
        DbException { SqlState: "42501" } => ScratchErrors.NoRights(exception.Message, "ALTER ROLE this_account CREATEDB", exception),
        DbException => ScratchErrors.Failed($"{request.Source.Display} could not be copied: {exception.Message}", exception),
        _ => exception,
    };

    private static async Task TellAsync(RunConnection connection, ScratchRequest request, string name, CancellationToken cancellationToken)
    {
        var size = (await connection.QueryAsync(
            "SELECT count(*) AS tables, coalesce(sum(greatest(reltuples, 0)), 0)::bigint AS estimate, pg_database_size(current_database()) AS size FROM pg_class c "
            + "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE relkind = 'r' AND nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'", [], cancellationToken))[0];
        request.Observer.Note(
            $"copying {Sizes.Count(size.Number("tables"), "table")}, about {Sizes.Count(size.Number("estimate"), "row")} and {Sizes.Bytes(size.Number("size"))} "
            + $"({request.Data.ToString().ToLowerInvariant()} rows) to {name}");
    }

    private static DatabaseTarget At(DatabaseTarget source, string name)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = source.ConnectionString.Reveal() };
        builder.Remove("DB");
        builder["Database"] = name;
        return source with { ConnectionString = new Secret(builder.ConnectionString), Display = $"the scratch copy of {source.Display}", Database = name };
    }
}
