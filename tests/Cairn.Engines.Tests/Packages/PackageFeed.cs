using System.IO.Compression;
using System.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cairn.Engines.Tests.Packages;

/// <summary>A NuGet source that is a folder, with packages made on the spot: no registry is needed.</summary>
public sealed class PackageFeed(string folder)
{
    private readonly Dictionary<string, byte[]> _assemblies = new(StringComparer.Ordinal);

    public string Folder => folder;

    /// <summary>
    /// A package with one assembly of its name, with one class of its name, whose <c>Say()</c> gives its name and version, and then what those say that it needs.
    /// </summary>
    /// <param name="id">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="needs">Packages of this feed that it needs, with the version or range.</param>
    /// <param name="files">More files: the place in the package, and where they come from.</param>
    public PackageFeed Add(string id, string version, (string Id, string Version)[]? needs = null, (string Place, string File)[]? files = null)
    {
        var says = string.Concat((needs ?? []).Select(need => $" + \", \" + {need.Id}.Say()"));
        var text = $"public static class {id} {{ public static string Say() => \"{id} {version}\"{says}; }}";
        var assembly = Compile(id, version, text, [.. (needs ?? []).Select(need => _assemblies[need.Id])]);
        _assemblies[id] = assembly;

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{id}.{version}.nupkg");
        File.Delete(path);
        using var package = ZipFile.Open(path, ZipArchiveMode.Create);
        Write(package, $"{id}.nuspec", System.Text.Encoding.UTF8.GetBytes(Description(id, version, needs ?? [])));
        Write(package, $"lib/net8.0/{id}.dll", assembly);
        foreach (var (place, file) in files ?? [])
        {
            Write(package, place, File.ReadAllBytes(file));
        }

        return this;
    }

    private static string Description(string id, string version, (string Id, string Version)[] needs) =>
        $"""
        <?xml version="1.0"?>
        <package>
          <metadata>
            <id>{id}</id>
            <version>{version}</version>
            <authors>nobody</authors>
            <description>made by a test</description>
            <dependencies>
              <group targetFramework="net8.0">
                {string.Concat(needs.Select(need => $"<dependency id=\"{need.Id}\" version=\"{SecurityElement.Escape(need.Version)}\" />"))}
              </group>
            </dependencies>
          </metadata>
        </package>
        """;

    private static void Write(ZipArchive package, string place, byte[] content)
    {
        using var stream = package.CreateEntry(place).Open();
        stream.Write(content);
    }

    private static byte[] Compile(string name, string version, string text, byte[][] references)
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}.0\")]\n{text}")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), .. references.Select(bytes => MetadataReference.CreateFromImage(bytes))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}
