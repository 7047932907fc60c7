namespace Cairn.Tests.Migrations.Sources;

/// <summary>A folder that is gone when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    /// <summary>Writes empty files; names that end in <c>/</c> become folders.</summary>
    public TemporaryFolder With(params string[] names)
    {
        foreach (var name in names)
        {
            if (name.EndsWith('/'))
            {
                Directory.CreateDirectory(System.IO.Path.Combine(Path, name));
            }
            else
            {
                File.WriteAllText(System.IO.Path.Combine(Path, name), string.Empty);
            }
        }

        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
