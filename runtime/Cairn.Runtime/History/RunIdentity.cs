using Cairn.Runtime.History.Locks;

namespace Cairn.Runtime.History;

/// <summary>Which run writes, for every line of the history log.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Batch">Its number; <c>migrate:rollback</c> takes back the last one.</param>
/// <param name="ToolVersion">Cairn's version, or the host's.</param>
/// <param name="Holder">Machine, process and account.</param>
internal sealed record RunIdentity(string RunId, long Batch, string ToolVersion, LockHolder Holder);
