using System.Data.Common;
using Cairn.Runtime.Data.Connections;
using Cairn.Schema.Comparison;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>
/// Makes the structure of a PostgreSQL database again, in the words that the server itself has for each object. What depends on what is found by
/// trying: a statement that fails is tried again after the others of its phase.
/// </summary>
internal sealed class PostgresStructure(RunConnection source, RunConnection copy, ScratchRequest request)
{
    /// <summary>Copies everything; the rows copied.</summary>
    public async Task<long> CopyAsync(CancellationToken cancellationToken)
    {
        // With an empty path the server writes every name in full.
        await source.ExecuteAsync("SET search_path = ''", [], cancellationToken);
        await copy.ExecuteAsync("SET search_path = ''; SET check_function_bodies = off; SET lock_timeout = 0", [], cancellationToken);
        await source.ExecuteAsync("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", [], cancellationToken);
        long rows;
        try
        {
            foreach (var phase in PostgresTexts.BeforeRows)
            {
                await DoAsync(phase, cancellationToken);
            }

            rows = await new PostgresRows(source, copy, request).CopyAsync(cancellationToken);
            foreach (var phase in PostgresTexts.AfterRows)
            {
                await DoAsync(phase, cancellationToken);
            }
        }
        finally
        {
            await source.ExecuteAsync("ROLLBACK", [], CancellationToken.None);
        }

        await TellMissingAsync(cancellationToken);
        return rows;
    }

    private async Task DoAsync(string query, CancellationToken cancellationToken)
    {
        var waiting = new Queue<string>((await source.QueryAsync(query, [], cancellationToken)).Select(row => row.Text("text")).OfType<string>());
        for (var failures = 0; waiting.TryDequeue(out var text);)
        {
            try
            {
                await copy.ExecuteAsync(text, [], cancellationToken);
                failures = 0;
            }
            catch (DbException) when (failures < waiting.Count)
            {
                failures++;
                waiting.Enqueue(text);
            }
            catch (DbException exception)
            {
                throw ScratchErrors.Failed($"The scratch copy could not be given what the database has: {exception.Message}: {text.Split('\n')[0]}", exception);
            }
        }
    }

    /// <summary>The copy is compared with the database: what it lacks cannot be rehearsed on it, and is said.</summary>
    private async Task TellMissingAsync(CancellationToken cancellationToken)
    {
        await source.ExecuteAsync("RESET search_path", [], cancellationToken);
        await copy.ExecuteAsync("RESET search_path", [], cancellationToken);
        var scope = new SnapshotScope { LeaveOut = request.OwnTables };
        var reader = source.Client.Dialect.Snapshots;
        var differences = SchemaDiffer.Compare(
            await reader.ReadAsync(source.Sink.Catalogue, scope, cancellationToken), await reader.ReadAsync(copy.Sink.Catalogue, scope, cancellationToken)).Differences;
        foreach (var difference in differences.Take(5))
        {
            var what = difference.Kind == DifferenceKind.Changed ? string.Join(", ", difference.Facts.Select(fact => fact.Describe())) : $"{difference.Kind.ToString().ToLowerInvariant()} on the copy";
            request.Observer.Warning($"The copy is not exact: {difference.Name}: {what}.");
        }

        if (differences.Count > 5)
        {
            request.Observer.Warning($"The copy is not exact: {differences.Count - 5} more differences.");
        }
    }
}
