using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Compiling;

/// <summary>How a script says what to do.</summary>
internal enum ScriptForm
{
    /// <summary>Functions <c>Up</c> and <c>Down</c>.</summary>
    Functions,

    /// <summary>A function <c>Change</c>.</summary>
    Change,

    /// <summary>A class deriving from <see cref="Migration"/>.</summary>
    Class,

    /// <summary>A function <c>Run</c>: no migration, but a drill script or a seed.</summary>
    Run,
}

/// <summary>Where a compiled script is found.</summary>
/// <param name="Image">The index of its assembly.</param>
/// <param name="TypeName">The type with its functions, or the migration class, as reflection names it.</param>
/// <param name="Form">Its form.</param>
/// <param name="IsSubmission">Whether the type was made by the script compiler's own rules, and so has its way of being created.</param>
internal sealed record ScriptEntry(int Image, string TypeName, ScriptForm Form, bool IsSubmission)
{
    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ScriptEntry Read(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadString(), (ScriptForm)reader.ReadByte(), reader.ReadBoolean());

    /// <summary>Writes it.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Image);
        writer.Write(TypeName);
        writer.Write((byte)Form);
        writer.Write(IsSubmission);
    }
}

/// <summary>What compiling gave.</summary>
/// <param name="Images">The assemblies, each with its debug information inside.</param>
/// <param name="Entries">One per script, in their order; null for one with errors, or one that the cache has not.</param>
/// <param name="Errors">All errors of all scripts, sorted by file, line and column.</param>
internal sealed record CompiledScripts(
    IReadOnlyList<byte[]> Images, IReadOnlyList<ScriptEntry?> Entries, IReadOnlyList<CairnException> Errors)
{
    /// <summary>What the scripts in an assembly reference, but for what the tool and the framework have.</summary>
    /// <param name="image">The assembly's index.</param>
    /// <param name="sources">The scripts, in the order of the entries.</param>
    public IReadOnlyList<ScriptReference> ReferencesOf(int image, IReadOnlyList<ScriptSource> sources) =>
    [
        .. sources.Where((_, index) => Entries[index]?.Image == image).SelectMany(source => source.References).Where(reference => !reference.IsPlatform),
    ];

    /// <summary>These, with others at the places that have none, in their order.</summary>
    public CompiledScripts With(CompiledScripts missing)
    {
        var entries = Entries.ToArray();
        var next = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] is null && missing.Entries[next++] is { } entry)
            {
                entries[i] = entry with { Image = Images.Count + entry.Image };
            }
        }

        return new CompiledScripts([.. Images, .. missing.Images], entries, missing.Errors);
    }
}
