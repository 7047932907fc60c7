using System.Security.Cryptography;
using System.Text;
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
    private readonly Dictionary<int, JournalRow> rows = before?.Units.ToDictionary(unit => unit.Position) ?? [];
    private ResumeAnswer? answer = answer;
    private int position;

    /// <summary>Reading on the script's way through what was done, to take it back: nothing new is begun.</summary>
    public bool Replays { get; init; }

    /// <summary>All units so far, in order.</summary>
    public IReadOnlyList<JournalRow> Units => [.. rows.Values.OrderBy(row => row.Position)];

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

        if (known.Hash != hash)
        {
            throw new CairnException(
                ErrorCodes.HalfRunDiverged,
                $"{migration.Version} was half run before, and takes another way now: its step {position} was \"{known.Description}\" and is \"{description}\".")
            {
                File = migration.Path,
                Fix = "A script must say the same when it is run again: what it reads may have been changed by its first steps, or by others. "
                    + "Take the done steps back with migrate:latest --undo-failed, or by hand and then migrate:mark.",
            };
        }

        return known;
    }

    /// <summary>Writes a unit down: inside the transaction that is open, or at once.</summary>
    public async Task SaveAsync(JournalRow row, CancellationToken cancellationToken)
    {
        if (rows.ContainsKey(row.Position))
        {
            await table.UpdateAsync(migration.Version, direction, row, cancellationToken);
        }
        else
        {
            await table.InsertAsync(migration.Version, direction, row, runId, cancellationToken);
        }

        rows[row.Position] = row;
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
        }
    }

    /// <summary>What it knows now, to be given back when the transaction that begins is rolled back.</summary>
    public IReadOnlyDictionary<int, JournalRow> Snapshot() => new Dictionary<int, JournalRow>(rows);

    /// <summary>Everything since that snapshot was rolled back.</summary>
    public void Restore(IReadOnlyDictionary<int, JournalRow> snapshot)
    {
        rows.Clear();
        foreach (var (key, row) in snapshot)
        {
            rows.Add(key, row);
        }
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
    public Task ClearAsync(CancellationToken cancellationToken) => table.ClearAsync(migration.Version, direction, cancellationToken);

    public async Task RemoveAsync(JournalRow row, CancellationToken cancellationToken)
    {
        await table.RemoveAsync(migration.Version, direction, row.Position, cancellationToken);
        rows.Remove(row.Position);
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private JournalRow New(JournalKind kind, string description, string hash) => new(position, kind, description, hash) { Checksum = checksum };
}
