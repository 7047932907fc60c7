using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Cairn.Scripting.Binding;

/// <summary>
/// Finds file and line of a frame that was taken without them. Taking a stack trace is cheap, finding lines in it is not: so every recorded
/// operation keeps its frames, and only the one that fails is looked up.
/// </summary>
/// <param name="images">The bytes that each assembly was loaded from, its debug information inside.</param>
internal sealed class DebugLines(IReadOnlyDictionary<Assembly, byte[]> images) : IDisposable
{
    private readonly ConcurrentDictionary<Assembly, (PEReader Image, MetadataReaderProvider? Debug)> readers = new();

    /// <summary>The file's full path and the line; null where the frame is not in one of the assemblies.</summary>
    public (string File, int Line)? Find(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method || !images.TryGetValue(method.Module.Assembly, out var image))
        {
            return null;
        }

        var (_, provider) = readers.GetOrAdd(method.Module.Assembly, _ => Open(image));
        if (provider is null)
        {
            return null;
        }

        var reader = provider.GetMetadataReader();
        var handle = ((MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken)).ToDebugInformationHandle();
        var before = reader.GetMethodDebugInformation(handle).GetSequencePoints()
            .Where(point => !point.IsHidden && point.Offset <= frame.GetILOffset())
            .ToList();
        return before.Count == 0 ? null : (reader.GetString(reader.GetDocument(before[^1].Document).Name), before[^1].StartLine);
    }

    public void Dispose()
    {
        foreach (var (image, debug) in readers.Values)
        {
            debug?.Dispose();
            image.Dispose();
        }
    }

    private static (PEReader Image, MetadataReaderProvider? Debug) Open(byte[] image)
    {
        var file = new PEReader(new MemoryStream(image));
        var entry = file.ReadDebugDirectory().FirstOrDefault(candidate => candidate.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        return (file, entry.DataSize == 0 ? null : file.ReadEmbeddedPortablePdbDebugDirectoryData(entry));
    }
}
