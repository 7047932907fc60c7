using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules;

/// <summary>One rule: one class in one file, found by itself.</summary>
internal abstract class LintRule
{
    /// <summary>Its code, which never changes: L1xx data loss, L2xx locks and rewrites, L3xx the running application, L4xx reversibility, L5xx portability, L9xx lint itself.</summary>
    public abstract string Code { get; }

    /// <summary>What it finds, in a few words.</summary>
    public abstract string Title { get; }

    /// <summary>How bad that is, where the settings do not say otherwise.</summary>
    public abstract LintSeverity Severity { get; }

    /// <summary>Why it is dangerous.</summary>
    public abstract string Why { get; }

    /// <summary>What to do instead.</summary>
    public abstract string Fix { get; }

    /// <summary>The databases that it knows; empty for all.</summary>
    public virtual IReadOnlyList<Client> Clients => [];

    /// <summary>A migration that it finds fault with, and one that it does not.</summary>
    public abstract LintExample Example { get; }

    /// <summary>What kind of danger it is.</summary>
    public LintFamily Family => (LintFamily)(Code[1] - '0');

    /// <summary>Looks at one migration.</summary>
    public abstract ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken);

    /// <summary>Whether it has anything to say on a database.</summary>
    public bool IsFor(Client client) => Clients.Count == 0 || Clients.Contains(client);

    public override string ToString() => Code;
}

/// <summary>What kind of danger a rule is about: the first digit of its code.</summary>
internal enum LintFamily
{
    /// <summary>Rows or values are lost, or the migration fails because of them.</summary>
    DataLoss = 1,

    /// <summary>Others wait while a table is locked, read or written anew.</summary>
    Locks = 2,

    /// <summary>The version of the application that still runs breaks.</summary>
    Application = 3,

    /// <summary>The way back is missing or wrong.</summary>
    Reversal = 4,

    /// <summary>It does something else on another database.</summary>
    Portability = 5,

    /// <summary>About lint and its waivers.</summary>
    Lint = 9,
}

/// <summary>A migration that a rule finds fault with, and one that it does not. Both are run by the tests.</summary>
/// <param name="Bad">The text of the one; it gives exactly this finding.</param>
/// <param name="Good">The text of the other; it gives none.</param>
internal sealed record LintExample(string Bad, string Good)
{
    /// <summary>The database that they are for.</summary>
    public Client On { get; init; } = Client.Sqlite;

    /// <summary>What the database has before: statements, each ended by a semicolon.</summary>
    public string Given { get; init; } = "";

    /// <summary>The ending of the file.</summary>
    public string Ending { get; init; } = ".csx";

    /// <summary>Further options of the command.</summary>
    public string Options { get; init; } = "";
}
