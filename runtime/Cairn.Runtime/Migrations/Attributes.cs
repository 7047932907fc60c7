namespace Cairn;

/// <summary>Runs the migration outside a transaction, for statements that refuse one (<c>create index concurrently</c>).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class NoTransactionAttribute : Attribute;

/// <summary>The longest that one statement may take.</summary>
/// <param name="duration">As <c>500ms</c>, <c>30s</c>, <c>10m</c>, <c>1h</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class TimeoutAttribute(string duration) : Attribute
{
    /// <summary>As written.</summary>
    public string Duration { get; } = duration;
}

/// <summary>The longest that one statement may wait for a lock of the database.</summary>
/// <param name="duration">As <c>500ms</c>, <c>2s</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class LockTimeoutAttribute(string duration) : Attribute
{
    /// <summary>As written.</summary>
    public string Duration { get; } = duration;
}

/// <summary>The migration is for these databases; elsewhere it is recorded and does nothing.</summary>
/// <param name="clients">The databases.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ClientAttribute(params Client[] clients) : Attribute
{
    /// <summary>The databases.</summary>
    public IReadOnlyList<Client> Clients { get; } = clients;
}

/// <summary>A word to find the migration by.</summary>
/// <param name="tag">The word.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class TagAttribute(string tag) : Attribute
{
    /// <summary>The word.</summary>
    public string Tag { get; } = tag;
}

/// <summary>When a migration is due, where the host synchronises a schema of its own in between.</summary>
public enum Phase
{
    /// <summary>Before the host synchronises its schema: what every migration is that says nothing.</summary>
    Before,

    /// <summary>After it.</summary>
    After,
}

/// <summary>When the migration is due: before or after the host synchronises a schema of its own; on <c>Up</c>, <c>Change</c> or the class.</summary>
/// <param name="phase">When.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class PhaseAttribute(Phase phase) : Attribute
{
    /// <summary>When.</summary>
    public Phase Phase { get; } = phase;
}

/// <summary>The migration cannot be rolled back; on <c>Up</c> or on the class.</summary>
/// <param name="why">The reason, shown to who tries.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class IrreversibleAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}

/// <summary>Going back does not restore this column's contents.</summary>
/// <param name="column">As <c>orders.note</c>.</param>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class LossyAttribute(string column, string why) : Attribute
{
    /// <summary>Table and column.</summary>
    public string Column { get; } = column;

    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}

/// <summary>
/// The migration stands for others, which it replaces: where all of them are applied it is recorded and does not run, where none is it runs, and where some are nothing runs.
/// On <c>Up</c>, <c>Change</c> or the class; <c>migrate:squash</c> writes it.
/// </summary>
/// <param name="versions">All versions that it replaces, in order; its own among them where it has that of the last one.</param>
/// <example><code>
/// [Replaces("20250101A", "20250102A", "20250301A")]
/// async Task Up(Db db) { … }
/// </code></example>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ReplacesAttribute(params string[] versions) : Attribute
{
    /// <summary>The versions.</summary>
    public IReadOnlyList<string> Versions { get; } = versions;
}
