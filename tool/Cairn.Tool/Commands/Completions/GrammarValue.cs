using Cairn.Runtime.Adoptions;

namespace Cairn.Tool.Commands.Completions;

/// <summary>What stands for a value: words, or one of the kinds that a script finds out by itself.</summary>
/// <param name="Words">The words; a kind is one word that begins with <c>@</c>.</param>
internal sealed record GrammarValue(IReadOnlyList<string> Words)
{
    /// <summary>Something that nobody can offer.</summary>
    public const string Any = "@any";

    /// <summary>The versions of the migrations, from their files' names.</summary>
    public const string Versions = "@versions";

    /// <summary>The names of the seeds.</summary>
    public const string Seeds = "@seeds";

    /// <summary>Files and folders.</summary>
    public const string Files = "@files";

    /// <summary>As scripts write it: the words with spaces between.</summary>
    public string Text => string.Join(' ', Words);

    /// <summary>By the name that stands in the help.</summary>
    public static GrammarValue Named(string name) => name switch
    {
        "version" or "versions" => new GrammarValue([Versions]),
        "seeds" => new GrammarValue([Seeds]),
        "file" or "folder" => new GrammarValue([Files]),
        "shell" => new GrammarValue(CompletionCommand.ShellNames),
        "system" => new GrammarValue(AdoptedSystems.Names),
        _ => new GrammarValue([Any]),
    };
}
