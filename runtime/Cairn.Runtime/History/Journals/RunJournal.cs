using System.Security.Cryptography;
using System.Text;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.History.Journals;

/// <summary>
/// The journal of one direction of one migration while it runs: gives each unit of work its place, and knows what an earlier run did of it.
/// The script is run from its start again after a crash; what the journal has as done is passed over.
/// </summary>
internal sealed class RunJournal(
    JournalTable table, MigrationDescriptor migration, Direction direction, string checksum, string runId, HalfRun? before, ResumeAnswer? answer)
{
    private readonly Dictionary<int, JournalRow> rows = before?.Units.Concat(before.Reads).ToDictionary(row => row.Position) ?? [];

    // What of it is in the table, and what is to be written there before the transaction that it is about commits.
    private readonly HashSet<int> written = [.. before?.Units.Concat(before.Reads).Select(row => row.Position) ?? []];
    private readonly SortedSet<int> unwritten = [];

    // What went in front of a statement that has not ended yet; and what went in front of one that failed: nobody knows whether that is in the table.
    private readonly List<JournalRow> underway = [];
    private readonly HashSet<int> doubtful = [];

    // Reads that were kept before the first unit was begun, which then was not, are of no use any more.
    private readonly bool readsCount = before is { Units.Count: > 0 };
    private readonly List<JournalRow> unsaved = [];
    private ResumeAnswer? answer = answer;
    private int position;
    private int readPosition;

    /// <summary>Reading on the script's way through what was done, to take it back: nothing new is begun.</summary>
    public bool Replays { get; init; }

    /// <summary>All units so far, in order.</summary>
    public IReadOnlyList<JournalRow> Units => [.. rows.Values.Where(row => row.Position > 0).OrderBy(row => row.Position)];

    /// <summary>Reads that wait for the next unit to be written down with it.</summary>
    public IReadOnlyList<JournalRow> UnsavedReads => [.. unsaved];

    /// <summary>The next unit of work, as an earlier run left it or as a new one.</summary>
    /// <exception cref="CairnException">An earlier run had another one at this place (CAIRN4006).</exception>
    public JournalRow Next(JournalKind kind, string description, string content)
    {
        var hash = Hash($"{kind}\n{description}\n{content}");
        position++;
        if (!rows.TryGetValue(position, out var known))
        {
            return !Replays ? New(kind, description, hash)
                : rows.Keys.Any(later => later > position) ? throw new CairnException(ErrorCodes.StatementFailed, "It failed in the run before, inside db.Try.")
                : throw new ReplayEndedException();
        }

        return known.Hash == hash ? known : throw Diverged($"step {position}", known, description);
    }

    /// <summary>The next read, with the answer that an earlier run got, or as a new one.</summary>
    /// <exception cref="CairnException">An earlier run read something else at this place (CAIRN4006).</exception>
    public JournalRow NextRead(string description)
    {
        var hash = Hash($"{JournalKind.Read}\n{description}");
        readPosition--;
        if (!readsCount || !rows.TryGetValue(readPosition, out var known))
        {
            return new JournalRow(readPosition, JournalKind.Read, new Schema.Operations.RawSql(description).Describe(), hash) { Checksum = checksum };
        }

        return known.Hash == hash ? known : throw Diverged($"query {-readPosition}", known, description);
    }

    /// <summary>Keeps an answer, to be written down with the next unit.</summary>
    /// <param name="read">The read.</param>
    /// <param name="answer">The answer as text; null for one that is too large, or of a type that text does not hold: such a read is made anew.</param>
    public void Keep(JournalRow read, string? answer)
    {
        if (!Replays)
        {
            unsaved.Add(read with { State = JournalState.Done, Content = answer });
        }
    }

    /// <summary>Writes a unit down: inside the transaction that is open, or at once.</summary>
    public Task SaveAsync(JournalRow row, CancellationToken cancellationToken) =>
        WriteAsync([.. Unwritten.Where(other => other.Position != row.Position), row], cancellationToken);

    /// <summary>
    /// Writes a unit down in front of the statement that comes next, in the same text, where that can be; otherwise at once. When that statement has ended,
    /// <see cref="Confirm"/> or <see cref="Doubt"/> says how.
    /// </summary>
    public async Task SaveWithNextAsync(JournalRow row, CancellationToken cancellationToken)
    {
        if (!table.GoesAhead || doubtful.Count > 0)
        {
            await SaveAsync(row, cancellationToken);
            return;
        }

        SaveLater(row);
        table.RunAhead(Send());
    }

    /// <summary>What writes down what waits for it. When that was done, <see cref="Confirm"/> says so.</summary>
    public IReadOnlyList<OwnStatement> Send()
    {
        underway.AddRange([.. Unwritten, .. unsaved]);
        foreach (var row in underway)
        {
            rows[row.Position] = row;
        }

        unwritten.Clear();
        unsaved.Clear();
        return [.. underway.SelectMany(Writing)];
    }

    /// <summary>What took entries along was done, and so they are written.</summary>
    public void Confirm()
    {
        written.UnionWith(underway.Select(row => row.Position));
        doubtful.ExceptWith(written);
        underway.Clear();
    }

    /// <summary>The statement that took entries along failed, before they were written or after: they are written anew.</summary>
    public void Doubt()
    {
        table.ForgetAhead();
        unwritten.UnionWith(underway.Select(row => row.Position));
        doubtful.UnionWith(underway.Select(row => row.Position).Where(position => !written.Contains(position)));
        underway.Clear();
    }

    /// <summary>Keeps a unit, to be written down before the transaction that it is done in commits.</summary>
    public void SaveLater(JournalRow row)
    {
        rows[row.Position] = row;
        unwritten.Add(row.Position);
    }

    /// <summary>Writes down what waits for it.</summary>
    public Task WriteAsync(CancellationToken cancellationToken) => unwritten.Count == 0 ? Task.CompletedTask : WriteAsync([.. Unwritten], cancellationToken);

    private IEnumerable<JournalRow> Unwritten => unwritten.Select(waiting => rows[waiting]);

    private async Task WriteAsync(IReadOnlyList<JournalRow> units, CancellationToken cancellationToken)
    {
        JournalRow[] all = [.. units, .. unsaved];
        await table.RunAsync([.. all.SelectMany(Writing)], cancellationToken);
        foreach (var row in all)
        {
            rows[row.Position] = row;
            written.Add(row.Position);
        }

        doubtful.Clear();
        unwritten.Clear();
        unsaved.Clear();
    }

    private IReadOnlyList<OwnStatement> Writing(JournalRow row) =>
        written.Contains(row.Position) ? [table.Update(migration.Version, direction, row)]
        : doubtful.Contains(row.Position)
            ? [table.Removal(migration.Version, direction, row.Position), table.Insertion(migration.Version, direction, row, runId)]
        : [table.Insertion(migration.Version, direction, row, runId)];

    /// <summary>Reads whose writing down was rolled back wait for the next unit again.</summary>
    public void KeepAgain(IReadOnlyList<JournalRow> reads)
    {
        foreach (var read in reads.Where(read => rows.Remove(read.Position)))
        {
            written.Remove(read.Position);
            unwritten.Remove(read.Position);
            unsaved.Add(read);
        }
    }

    /// <summary>A unit whose transaction was rolled back is as it was before.</summary>
    public void Forget(JournalRow row, bool wasKnown)
    {
        if (wasKnown)
        {
            rows[row.Position] = row;
        }
        else
        {
            rows.Remove(row.Position);
            written.Remove(row.Position);
            unwritten.Remove(row.Position);
        }
    }

    /// <summary>How it stands now, to be gone back to when the transaction that begins is rolled back.</summary>
    public Snapshot TakeSnapshot() => new(new Dictionary<int, JournalRow>(rows), [.. written], [.. unwritten]);

    /// <summary>Everything since that snapshot was rolled back.</summary>
    public void Restore(Snapshot snapshot)
    {
        rows.Clear();
        foreach (var (key, row) in snapshot.Rows)
        {
            rows.Add(key, row);
        }

        written.IntersectWith(snapshot.Written);
        underway.Clear();
        unwritten.Clear();
        unwritten.UnionWith(snapshot.Unwritten);
    }

    /// <summary>Whether an earlier run wrote this unit down.</summary>
    public bool Knows(JournalRow row) => rows.ContainsKey(row.Position);

    /// <summary>Whether a statement that was begun was done, found out by the user's word.</summary>
    /// <exception cref="CairnException">The user was not asked yet (CAIRN4004).</exception>
    public bool AskWhetherDone(JournalRow row)
    {
        var said = answer ?? throw new CairnException(
            ErrorCodes.HalfRunQuestion,
            $"{migration.Version} was interrupted while step {row.Position} ran, and whether that was done cannot be seen in the catalogue: {row.Description}")
        {
            File = migration.Path,
            DatabaseState = HalfRunText.Of(migration.Version, Units),
            Fix = "Look in the database. If it was done: dotnet cairn migrate:latest --resume done. If not: dotnet cairn migrate:latest --resume again.",
        };

        // One word answers one question.
        answer = null;
        return said == ResumeAnswer.Done;
    }

    /// <summary>Everything is recorded, or undone.</summary>
    public Task ClearAsync(CancellationToken cancellationToken) => table.RunAsync(Clearing(), cancellationToken);

    /// <summary>What takes the journal away; nothing where the table has nothing of it, and what waits to be written down need not be.</summary>
    public IReadOnlyList<OwnStatement> Clearing()
    {
        unwritten.Clear();
        unsaved.Clear();
        return written.Count == 0 && doubtful.Count == 0 ? [] : [table.Clearing(migration.Version, direction)];
    }

    public async Task RemoveAsync(JournalRow row, CancellationToken cancellationToken)
    {
        await table.RunAsync([table.Removal(migration.Version, direction, row.Position)], cancellationToken);
        rows.Remove(row.Position);
        written.Remove(row.Position);
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private CairnException Diverged(string what, JournalRow known, string description) => new(
        ErrorCodes.HalfRunDiverged,
        $"{migration.Version} was half run before, and takes another way now: its {what} was \"{known.Description}\" and is \"{description}\".")
    {
        File = migration.Path,
        Fix = "A script must say the same when it is run again: what it goes by may be of the moment (the time, chance, a variable). "
            + "Take the done steps back with migrate:latest --undo-failed, or by hand and then migrate:mark.",
    };

    /// <summary>How a journal stood.</summary>
    /// <param name="Rows">What was known.</param>
    /// <param name="Written">What of it the table had.</param>
    /// <param name="Unwritten">What of it was still to be written down.</param>
    public sealed record Snapshot(IReadOnlyDictionary<int, JournalRow> Rows, IReadOnlyList<int> Written, IReadOnlyList<int> Unwritten);

    private JournalRow New(JournalKind kind, string description, string hash) => new(position, kind, description, hash) { Checksum = checksum };
}
