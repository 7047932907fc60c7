namespace Cairn.Runtime.Migrations;

/// <summary>Runs one direction of a migration.</summary>
public delegate Task MigrationBody(Db db, CancellationToken cancellationToken);

/// <summary>A migration that can be run.</summary>
/// <param name="Descriptor">Which one.</param>
/// <param name="Source">Its text and checksum.</param>
public sealed record LoadedMigration(MigrationDescriptor Descriptor, MigrationSourceText Source)
{
    /// <summary>The body of <c>Up</c>, or of <c>Change</c>.</summary>
    public required MigrationBody Up { get; init; }

    /// <summary>The body of <c>Down</c>; null for a <c>Change</c> (undone by its operations) or an irreversible one.</summary>
    public MigrationBody? Down { get; init; }

    /// <summary>Whether <see cref="Up"/> is a <c>Change</c>: only operations, undone in reverse.</summary>
    public bool IsChange { get; init; }

    /// <summary>The options of going up (attributes on the class count for both).</summary>
    public MigrationOptions UpOptions { get; init; } = new();

    /// <summary>The options of going down.</summary>
    public MigrationOptions DownOptions { get; init; } = new();

    /// <summary>Why it cannot be rolled back, where its author says so.</summary>
    public string? Irreversible { get; init; }

    /// <summary>The class, where it is one: its constructor may ask for the host's services.</summary>
    public Type? Class { get; init; }

    /// <summary>Finds the line of the script in a stack trace; null where there is none.</summary>
    public Func<Exception, ScriptPosition?>? Locate { get; init; }

    /// <summary>Finds the line of the script among the callers of something it recorded earlier; null where there is none.</summary>
    public Func<System.Diagnostics.StackTrace, ScriptPosition?>? LocateOrigin { get; init; }
}

/// <summary>A place in a script.</summary>
/// <param name="File">The file as the user would write it.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record ScriptPosition(string File, int Line);

/// <summary>What a migration's author asks of the run.</summary>
public sealed record MigrationOptions
{
    /// <summary>Runs outside a transaction.</summary>
    public bool NoTransaction { get; init; }

    /// <summary>The longest a statement may take.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The longest a statement may wait for a lock.</summary>
    public TimeSpan? LockTimeout { get; init; }

    /// <summary>The databases it is for; empty means all.</summary>
    public IReadOnlyList<Client> Clients { get; init; } = [];

    /// <summary>The author's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it is due, where the host synchronises a schema of its own in between.</summary>
    public Phase Phase { get; init; }

    /// <summary>The versions that it replaces, in order; empty where it replaces none.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>Columns whose contents going back cannot restore, with the reason: <c>orders.note</c> → why.</summary>
    public IReadOnlyDictionary<string, string> Lossy { get; init; } = new Dictionary<string, string>();
}
