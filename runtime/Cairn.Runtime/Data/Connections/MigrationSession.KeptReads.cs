using System.Data;
using System.Data.Common;
using System.Text.Json;
using Cairn.Runtime.Data.Statements;
using Cairn.Runtime.History.Journals;

namespace Cairn.Runtime.Data.Connections;

/// <summary>
/// What a script reads where no transaction protects it. A run that goes on reads the script from its start, and what its first steps changed or took away must answer as it did
/// then: so each answer is kept in the journal, with the step that comes after it.
/// </summary>
internal sealed partial class MigrationSession
{
    /// <summary>Whether reads are made anew by each run: in a walk, whose place is kept instead.</summary>
    public bool ReadsAnew { get; set; }

    /// <summary>A look at the catalogue by the script.</summary>
    /// <param name="what">What it asks for.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<T> AskAsync<T>(string what, Func<ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        if (!IsJournaled || RecordsOnly)
        {
            await FlushAsync(cancellationToken);
            return await ask();
        }

        return await GuardedAsync(
            flush: true,
            async _ =>
            {
                var read = Journal!.NextRead(what);
                if (read is { State: JournalState.Done, Content: { } kept })
                {
                    return JsonSerializer.Deserialize<T>(kept)!;
                }

                var answer = await ask();
                Journal.Keep(read, JsonSerializer.Serialize(answer));
                return answer;
            },
            sql: null,
            cancellationToken);
    }

    private Task<DbDataReader> KeptReadAsync(MigrationCommand command, CommandBehavior behavior, CancellationToken cancellationToken) => GuardedAsync(
        flush: true,
        async token =>
        {
            Task<DbDataReader> Live() => CheckedAsync(command, () => sink.ReadAsync(command.Inner, behavior, token));
            if (ReadsAnew)
            {
                return await Live();
            }

            var read = Journal!.NextRead(command.CommandText);
            if (read.State == JournalState.Done)
            {
                return read.Content is { } kept ? KeptRows.Read(kept) : await Live();
            }

            string? answer;
            await using (var reader = await Live())
            {
                answer = await KeptRows.TryWriteAsync(reader, token);
            }

            Journal.Keep(read, answer);
            return answer is null ? await Live() : KeptRows.Read(answer);
        },
        command.CommandText,
        cancellationToken);
}
