using Cairn.Runtime.History.Locks;

namespace Cairn.Tool.Output;

/// <summary>The migration lock in the JSON document.</summary>
/// <param name="Held">Whether somebody holds it, now that the command is at its end.</param>
/// <param name="Freed">Whether the command freed it.</param>
/// <param name="Kind"><c>session</c>, <c>lease</c> or <c>file</c>; like all that follows, null where nobody held it.</param>
/// <param name="Alive">Whether its owner lived when the command looked.</param>
/// <param name="Host">The owner's machine.</param>
/// <param name="Pid">The owner's process.</param>
/// <param name="User">The owner's account.</param>
/// <param name="Since">Since when.</param>
/// <param name="Session">The number of the database's session.</param>
internal sealed record LockLine(
    bool Held, bool Freed, string? Kind = null, bool? Alive = null, string? Host = null, int? Pid = null, string? User = null, DateTimeOffset? Since = null, long? Session = null)
{
    public static LockLine Of(LockOwner? owner, bool freed) => owner is null
        ? new LockLine(Held: false, Freed: false)
        : new LockLine(
            !freed, freed, owner.Kind.ToString().ToLowerInvariant(), !owner.IsDead, owner.Host, owner.ProcessId, owner.User, owner.Since, owner.Session);
}
