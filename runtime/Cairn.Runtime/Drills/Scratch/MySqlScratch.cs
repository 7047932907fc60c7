using System.Data.Common;
using System.Diagnostics;
using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Execution;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>A copy of a MySQL or MariaDB database on the same server. A named lock of the server is held as long as the drill lives.</summary>
internal sealed class MySqlScratch : ScratchDatabase
{
    private static readonly SessionLimits Limits = new(Statement: null, TimeSpan.FromSeconds(30));

    private readonly RunConnection _holder;
    private readonly DatabaseTarget source;
    private readonly ScratchMark _mark;
    private readonly bool wasGiven;

    private MySqlScratch(RunConnection held, DatabaseTarget real, DatabaseTarget copy, ScratchMark written, bool given) =>
        (_holder, source, Target, _mark, wasGiven) = (held, real, copy, written, given);

    public override DatabaseTarget Target { get; }

    public override string NameOfReal => source.Database;

    public static new async Task<ScratchDatabase> MakeAsync(ScratchRequest request, CancellationToken cancellationToken)
    {
        var holder = await OpenAsync(request.Source, cancellationToken);
        MySqlScratch? made = null;
        try
        {
            await MySqlLeftovers.RemoveAsync(holder, request.Observer, cancellationToken);
            made = await BeginAsync(request, holder, cancellationToken);
            if (request.Empty)
            {
                return made;
            }

            var clock = Stopwatch.StartNew();
            await using var copy = await OpenAsync(made.Target, cancellationToken);
            var rows = await new MySqlCopy(holder, copy, request).RunAsync(cancellationToken);
            var way = $"CREATE DATABASE, SHOW CREATE, INSERT … SELECT{(made.wasGiven ? ", into the given database" : "")}";
            return new MySqlScratch(holder, request.Source, made.Target, made._mark, made.wasGiven) { Copy = new ScratchCopy(way, request.Data, clock.Elapsed) { Rows = rows } };
        }
        catch (Exception exception)
        {
            if (made is not null)
            {
                await made.DisposeAsync();
            }
            else
            {
                await holder.DisposeAsync();
            }

            throw Told(request, holder.Client, exception, cancellationToken);
        }
    }

    /// <exception cref="CairnException">It does not have the drill's mark (CAIRN5004), or the server refuses (CAIRN5005).</exception>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            // A lost connection must not leave the copy behind.
            await using var connection = await OpenAsync(Target, CancellationToken.None);
            var found = await MySqlLeftovers.ReadMarkAsync(connection, Target.Database, CancellationToken.None);
            if (found?.Token != _mark.Token || string.Equals(Target.Database, source.Database, StringComparison.OrdinalIgnoreCase))
            {
                throw ScratchErrors.NotOurs(Target.Database, "it does not have the mark that the drill gave it");
            }

            await MySqlLeftovers.EndSessionsAsync(connection, Target.Database, CancellationToken.None);
            if (wasGiven)
            {
                await MySqlLeftovers.EmptyAsync(connection, Target.Database, CancellationToken.None);
            }
            else
            {
                await MySqlLeftovers.DropAsync(connection, Target.Database, CancellationToken.None);
            }
        }
        catch (DbException exception)
        {
            throw ScratchErrors.Failed($"The scratch copy {Target.Database} could not be dropped: {exception.Message}", exception, $"The next drill drops it; or drop it by hand: DROP DATABASE `{Target.Database}`.");
        }
        finally
        {
            await _holder.DisposeAsync();
        }
    }

    /// <summary>An empty, marked database, its lock held.</summary>
    private static async Task<MySqlScratch> BeginAsync(ScratchRequest request, RunConnection holder, CancellationToken cancellationToken)
    {
        var mark = ScratchMark.New();
        var name = request.Given?.Database ?? ScratchName.New(request.Source.Database, mark.At).ToString();
        var target = request.Given is { } given
            ? given with { Display = $"the scratch database {given.Display}" }
            : At(request.Source, name);
        var scratch = new MySqlScratch(holder, request.Source, target, mark, request.Given is not null) { Copy = new ScratchCopy("", request.Data, TimeSpan.Zero) };
        if (request.Given is not null)
        {
            await MySqlLeftovers.TakeGivenAsync(holder, target, request, cancellationToken);
        }

        await MySqlLeftovers.LockAsync(holder, name, cancellationToken);
        if (request.Given is null)
        {
            var settings = (await holder.QueryAsync(
                "SELECT default_character_set_name AS letters, default_collation_name AS collation FROM information_schema.schemata WHERE schema_name = DATABASE()", [], cancellationToken))[0];
            await holder.ExecuteAsync($"CREATE DATABASE `{name}` CHARACTER SET {settings.Text("letters")} COLLATE {settings.Text("collation")}", [], cancellationToken);
        }

        await MySqlLeftovers.MarkAsync(holder, name, mark, cancellationToken);
        return scratch;
    }

    private static Exception Told(ScratchRequest request, DatabaseClient client, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not DbException || cancellationToken.IsCancellationRequested)
        {
            return exception is DbException ? new OperationCanceledException(cancellationToken) : exception;
        }

        return client.Classify(exception) is DatabaseFailure.PermissionDenied or DatabaseFailure.LoginRefused or DatabaseFailure.DatabaseMissing
            || exception.Message.Contains("denied", StringComparison.OrdinalIgnoreCase)
            ? ScratchErrors.NoRights(
                exception.Message,
                $"GRANT ALL ON `cairn\\_drill\\_%`.* TO this account, and GRANT SELECT, TRIGGER, SHOW VIEW, EVENT ON `{request.Source.Database}`.* (and SHOW_ROUTINE on MySQL)",
                exception)
            : ScratchErrors.Failed($"{request.Source.Display} could not be copied: {exception.Message}", exception);
    }

    private static Task<RunConnection> OpenAsync(DatabaseTarget target, CancellationToken cancellationToken) =>
        RunConnection.OpenAsync(target, readOnly: false, Limits, new SilentObserver(), cancellationToken);

    private static DatabaseTarget At(DatabaseTarget source, string name)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = source.ConnectionString.Reveal() };
        builder.Remove("Initial Catalog");
        builder["Database"] = name;
        return source with { ConnectionString = new Secret(builder.ConnectionString), Display = $"the scratch copy of {source.Display}", Database = name };
    }
}
