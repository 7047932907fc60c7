using Cairn.Runtime.Migrations.Namings;

namespace Cairn.Runtime.Migrations.Sources;

/// <summary>The migrations in one folder: its <c>.csx</c> and <c>.sql</c> files, by name only. Sub-folders are not looked into.</summary>
/// <param name="folder">The folder, as the system takes it.</param>
/// <param name="display">The folder for people: relative to the working folder, with <c>/</c>.</param>
/// <param name="kind">Whose migrations they are.</param>
public sealed class FolderSource(string folder, string display, MigrationSourceKind kind = MigrationSourceKind.Custom) : IMigrationSource
{
    /// <summary>The endings of migrations, in lower case.</summary>
    private static readonly string[] Endings = [".csx", ".sql"];

    /// <summary>The file in which a squash writes down what it does before it moves files: as long as it is there, the folder is not what it was and not yet what it will be.</summary>
    public const string SquashMarker = "cairn-squash.json";

    /// <summary>The folder, as the system takes it.</summary>
    public string Folder { get; } = folder;

    /// <summary>The folder for people.</summary>
    public string Display { get; } = display;

    /// <summary>Whether a folder without any migration is an error (CAIRN1010); otherwise it is nothing to speak of.</summary>
    public bool RefuseEmpty { get; init; }

    /// <inheritdoc/>
    public SourceListing List(MigrationNaming naming)
    {
        var migrations = new List<MigrationDescriptor>();
        var warnings = new List<string>();
        var errors = new List<CairnException>();
        var place = new MigrationFolder(Path.GetFullPath(Folder), Display);
        foreach (var file in FolderFiles.List(Folder, Display))
        {
            var ending = EndingOf(file);
            if (file == SquashMarker)
            {
                throw Interrupted();
            }

            if (ending is not null)
            {
                Read(file, place, ending, naming, migrations, errors);
            }
            else if (LooseNames.BeginWithVersion(file, naming))
            {
                warnings.Add($"{Show(file)} begins with a version, but is not run: migrations end in .csx or .sql.");
            }
        }

        ErrorList.ThrowIfAny(errors);
        return migrations.Count == 0 && RefuseEmpty ? throw Empty() : new SourceListing(migrations, warnings);
    }

    private void Read(string file, MigrationFolder place, string ending, MigrationNaming naming, List<MigrationDescriptor> migrations, List<CairnException> errors)
    {
        var result = naming.Read(file);
        if (result.Version is null)
        {
            errors.Add(NamingErrors.Explain(Show(file), result, naming));
        }
        else if (kind == MigrationSourceKind.Custom && naming is CairnNaming && CairnNaming.IsReserved(result.Version))
        {
            errors.Add(Reserved(file, result.Version, naming));
        }
        else
        {
            migrations.Add(new MigrationDescriptor(result.Version, SourceNames.Display(result.Description, file), kind, file, place) { Format = ending });
        }
    }

    private static string? EndingOf(string file)
    {
        foreach (var ending in Endings)
        {
            if (file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return ending;
            }
        }

        return null;
    }

    private string Show(string file) => FolderFiles.Show(Display, file);

    private CairnException Reserved(string file, MigrationVersion version, MigrationNaming naming) =>
        new(ErrorCodes.FileNameInvalid, $"{Show(file)}: the version {version} is reserved. Two letters that start with Z are for Cairn's own migrations.")
        {
            File = Show(file),
            Fix = $"Take other letters: {naming.Form}. dotnet cairn migrate:make finds the next free ones.",
        };

    private CairnException Interrupted() =>
        new(ErrorCodes.SquashInterrupted, $"A squash was interrupted while it moved the files of {Display}: some are still there, and some in the archive.")
        {
            File = Show(SquashMarker),
            Fix = "Finish it: dotnet cairn migrate:squash.",
            DatabaseState = "Nothing was run.",
        };

    private CairnException Empty() => new(ErrorCodes.FolderEmpty, $"There is no migration in {Display}.")
    {
        File = Display,
        Fix = "Write one with dotnet cairn migrate:make <name>, or name another extensions folder with --extensions.",
    };
}
