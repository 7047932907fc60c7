using Cairn.Runtime.Migrations;
using Cairn.Scripting.Packages;

namespace Cairn.Scripting.Sources;

/// <summary>Reads scripts and follows their <c>#load</c> and <c>#r</c> lines; a file that many scripts load is read once.</summary>
internal sealed class ScriptReader
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>Reads a migration and all it loads.</summary>
    /// <exception cref="CairnException">A file cannot be read, or a loaded or referenced one is missing.</exception>
    public ScriptSource Read(MigrationDescriptor migration)
    {
        var path = migration.FilePath is { } file ? Path.GetFullPath(file) : migration.Path;
        var text = migration.EmbeddedText is { } embedded
            ? embedded().TrimStart('\uFEFF')
            : TextReading.Read(path, migration.Path);
        var main = new ScriptFile(path, migration.Path, Path.GetFileName(path), text);
        var closure = new Closure(main);
        Follow(main, closure);
        return new ScriptSource(migration, main, closure.Loaded, closure.References) { Packages = closure.Packages };
    }

    private void Follow(ScriptFile file, Closure closure)
    {
        foreach (var directive in DirectiveScanner.Scan(file.Text))
        {
            if (directive.Kind == DirectiveKind.Reference && PackageLine.Means(directive.Value))
            {
                closure.Packages.Add(PackageLine.Read(directive, file));
                continue;
            }

            if (directive.Kind == DirectiveKind.Reference)
            {
                closure.References.Add(ReferenceResolution.Resolve(directive, file));
                continue;
            }

            var path = ScriptPaths.Resolve(file.FullPath, directive.Value);
            if (path is null || !File.Exists(path))
            {
                throw new CairnException(ErrorCodes.LoadMissing, $"#load \"{directive.Value}\": there is no such file")
                {
                    File = file.Display,
                    Line = directive.Line,
                    Column = directive.Column,
                    Fix = path is null ? "a script without a file of its own cannot load others" : $"paths are relative to the script; looked for {path}",
                };
            }

            if (closure.Seen.Add(path))
            {
                var loaded = Load(path, file, directive, closure);
                Follow(loaded, closure);
                closure.Loaded.Add(loaded);
            }
        }
    }

    private ScriptFile Load(string path, ScriptFile from, ScriptDirective directive, Closure closure)
    {
        var display = ScriptPaths.Display(from.Display, directive.Value);
        if (!texts.TryGetValue(path, out var text))
        {
            text = TextReading.Read(path, display);
            texts.Add(path, text);
        }

        return new ScriptFile(path, display, ScriptPaths.Relative(closure.Main.FullPath, path), text);
    }

    private sealed class Closure(ScriptFile main)
    {
        public ScriptFile Main { get; } = main;

        public HashSet<string> Seen { get; } = new(ScriptPaths.Comparer) { main.FullPath };

        public List<ScriptFile> Loaded { get; } = [];

        public List<ScriptReference> References { get; } = [];

        public List<PackageLine> Packages { get; } = [];
    }
}
