namespace Cairn.Tool.Output;

/// <summary>The driver of a database system.</summary>
/// <param name="Client">The system, as in settings.</param>
/// <param name="Driver">The driver's assembly; null where none is to be had.</param>
/// <param name="Version">Its version.</param>
/// <param name="From">The folder that it lies in, or "the tool".</param>
/// <param name="Problem">Why there is none, and what to do.</param>
internal sealed record DriverLine(string Client, string? Driver, string? Version, string? From, string? Problem);
