namespace Cairn.Tool.Output;

/// <summary>What was taken out of the compile cache.</summary>
/// <param name="Folder">Where it is; null where there is none.</param>
/// <param name="Entries">How many files were deleted.</param>
/// <param name="Bytes">How large they were together.</param>
internal sealed record CacheLine(string? Folder, int Entries, long Bytes);
