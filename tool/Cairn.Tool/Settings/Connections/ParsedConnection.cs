using Cairn.Runtime.Data;

namespace Cairn.Tool.Settings.Connections;

/// <summary>A connection setting that was understood.</summary>
/// <param name="Target">The database, for the runtime.</param>
/// <param name="Redacted">The setting as the user wrote it, without its secrets.</param>
internal sealed record ParsedConnection(DatabaseTarget Target, string Redacted);
