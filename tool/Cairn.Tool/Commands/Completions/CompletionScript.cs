namespace Cairn.Tool.Commands.Completions;

/// <summary>A shell's completion script. All of them answer the same four questions with tables, and differ in how a shell asks.</summary>
internal abstract class CompletionScript
{
    /// <summary>The shell's name on the command line.</summary>
    public abstract string Shell { get; }

    /// <summary>The script.</summary>
    public abstract string Text(Grammar grammar);

    /// <summary>A row for each spelling: the key, and what it leads to.</summary>
    protected static IEnumerable<(string Key, string Value)> Arguments(Grammar grammar) =>
        from command in grammar.Commands
        where command.Argument is not null
        from name in AllNames(command)
        select (name, command.Argument!.Text);

    /// <summary>The values of options: <c>migrate:make --template</c> for one command's, <c>* --env</c> for those that many have.</summary>
    protected static IEnumerable<(string Key, string Value)> Values(Grammar grammar)
    {
        var own = from command in grammar.Commands
                  from name in AllNames(command)
                  from row in Rows(name, command.Options)
                  select row;
        return own.Concat(Rows("*", grammar.Settings)).Concat(Rows("*", grammar.Globals));
    }

    /// <summary>Each option with its description: <c>migrate:make</c> for one command's, <c>*</c> for every command's, <c>+</c> for those that use settings.</summary>
    protected static IEnumerable<(string Key, string Option, string Description)> Options(Grammar grammar)
    {
        var own = from command in grammar.Commands
                  from name in AllNames(command)
                  from option in command.Options
                  select (name, option.Names[0], Line(option.Description));
        return own
            .Concat(grammar.Settings.Select(option => ("+", option.Names[0], Line(option.Description))))
            .Concat(grammar.Globals.Select(option => ("*", option.Names[0], Line(option.Description))));
    }

    /// <summary>Every command that can stand first, with its description.</summary>
    protected static IEnumerable<(string Name, string Description)> Commands(Grammar grammar) =>
        from command in grammar.Commands
        from name in command.Names
        select (name, Line(command.Description));

    /// <summary>Those that can only stand behind <c>database</c>.</summary>
    protected static IEnumerable<(string Name, string Description)> OnlyInGroup(Grammar grammar) =>
        from command in grammar.Commands
        from name in command.NamesInGroup.Except(command.Names, StringComparer.Ordinal)
        select (name, Line(command.Description));

    /// <summary>The commands that take no settings.</summary>
    protected static IEnumerable<string> WithoutSettings(Grammar grammar) => grammar.Commands.Where(command => !command.UsesSettings).SelectMany(AllNames);

    private static IEnumerable<string> AllNames(GrammarCommand command) => command.NamesInGroup.Union(command.Names, StringComparer.Ordinal);

    private static IEnumerable<(string Key, string Value)> Rows(string command, IReadOnlyList<GrammarOption> options) =>
        from option in options
        where option.Value is not null
        from name in option.Names
        select ($"{command} {name}", option.Value!.Text);

    /// <summary>Its first sentence, without what a shell would take for its own.</summary>
    private static string Line(string description)
    {
        var end = description.IndexOf(". ", StringComparison.Ordinal);
        var first = end < 0 ? description.TrimEnd('.') : description[..end];
        return first.Replace('\'', '’').Replace('"', '’').Replace('`', '’').Replace("$", "", StringComparison.Ordinal).Replace('\\', '/');
    }
}
