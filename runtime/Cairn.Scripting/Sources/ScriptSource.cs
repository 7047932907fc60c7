using Cairn.Runtime.Migrations;
using Cairn.Scripting.Packages;

namespace Cairn.Scripting.Sources;

/// <summary>One file of a script: the migration's own, or one that it loads.</summary>
/// <param name="FullPath">The full path; for what has no file, the descriptor's path.</param>
/// <param name="Display">As the user would write it.</param>
/// <param name="Relative">Relative to the main file's folder, with <c>/</c>.</param>
/// <param name="Text">The text, without BOM.</param>
internal sealed record ScriptFile(string FullPath, string Display, string Relative, string Text)
{
    /// <summary>The path that the compiler and the debugger know it by; the full one unless something else is said.</summary>
    public string DebugPath { get; init; } = FullPath;
}

/// <summary>An assembly that a script asks for by <c>#r</c>.</summary>
/// <param name="Value">As written.</param>
/// <param name="Path">The assembly's full path.</param>
/// <param name="IsPlatform">Whether it is one of the tool's or the framework's own, which are loaded already.</param>
internal sealed record ScriptReference(string Value, string Path, bool IsPlatform)
{
    /// <summary>What it is for.</summary>
    public ReferenceUse Use { get; init; }
}

/// <summary>What a referenced file is for. A package may have one assembly to compile against and another to run.</summary>
internal enum ReferenceUse
{
    /// <summary>An assembly to compile against and to run.</summary>
    All,

    /// <summary>An assembly to compile against only.</summary>
    Compile,

    /// <summary>An assembly to run only.</summary>
    Run,

    /// <summary>A native library.</summary>
    Native,
}

/// <summary>What a script must be.</summary>
internal enum ScriptKind
{
    /// <summary>A migration.</summary>
    Migration,

    /// <summary>A drill script.</summary>
    Drill,

    /// <summary>A seed.</summary>
    Seed,
}

/// <summary>A migration's script with all that it loads, read but not compiled.</summary>
/// <param name="Descriptor">Which migration.</param>
/// <param name="Main">Its own file.</param>
/// <param name="Loaded">What it loads, each file once, in the order of loading.</param>
/// <param name="References">What it and the loaded files reference.</param>
internal sealed record ScriptSource(
    MigrationDescriptor Descriptor, ScriptFile Main, IReadOnlyList<ScriptFile> Loaded, IReadOnlyList<ScriptReference> References)
{
    /// <summary>The loaded files, then the main one.</summary>
    public IEnumerable<ScriptFile> Files => Loaded.Append(Main);

    /// <summary>What it must be.</summary>
    public ScriptKind Kind { get; init; }

    /// <summary>The packages that it and the loaded files name. What they consist of is among the references once they are resolved.</summary>
    public IReadOnlyList<PackageLine> Packages { get; init; } = [];

    /// <summary>The text and its checksum.</summary>
    public MigrationSourceText SourceText
    {
        get => field ??= new(Main.Text, Checksums.Of(Main.Text, Loaded.Count == 0 ? [] : Loaded.Select(file => (file.Relative, file.Text))));
        init;
    }

    /// <summary>The file as the user would write it, from the path that the compiler and the debugger know it by.</summary>
    public string? DisplayOf(string? debugPath) => Known(debugPath)?.Display;

    /// <summary>The file, from the path that the compiler and the debugger know it by; null where it is none of these.</summary>
    public ScriptFile? Known(string? debugPath) => Files.FirstOrDefault(file => file.DebugPath == debugPath);
}
