namespace Cairn.Runtime.History.Journals;

/// <summary>A script that is read again has come to where it stopped before.</summary>
internal sealed class ReplayEndedException() : Exception("The script has come to where it stopped before.");
