using System.Diagnostics.CodeAnalysis;

namespace Cairn.Runtime.Execution;

/// <summary>
/// A program that only looks whether there is anything to do, and leaves all else to another one: the tool's launcher. What such a program never comes to is left out
/// of it when it is compiled.
/// </summary>
internal static class LookOnly
{
    private const string Setting = "Cairn.LooksOnly";

    /// <summary>Whether this program is one.</summary>
    [FeatureSwitchDefinition(Setting)]
    public static bool IsOn => AppContext.TryGetSwitch(Setting, out var on) && on;
}

/// <summary>There is something to do, or to find out, that a program which only looks cannot.</summary>
internal sealed class MoreToDoException : Exception;
