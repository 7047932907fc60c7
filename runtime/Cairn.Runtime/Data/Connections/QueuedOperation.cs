using System.Diagnostics;
using Cairn.Schema.Building;

namespace Cairn.Runtime.Data.Connections;

/// <summary>An operation in the queue.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Recorded">The operation.</param>
/// <param name="Origin">Where the script recorded it.</param>
internal sealed record QueuedOperation(long Number, RecordedOperation Recorded, StackTrace Origin);
