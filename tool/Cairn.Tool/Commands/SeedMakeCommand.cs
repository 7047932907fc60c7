using Cairn.Scripting.Templates;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Makings;
using Cairn.Tool.Commands.Seeds;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands;

/// <summary>Writes a new seed from a template.</summary>
internal sealed class SeedMakeCommand : ICommand
{
    public IReadOnlyList<string> Names => ["seed:make"];

    public string Description => "Writes a new seed script into the extensions folder's seeds, and prints its path.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var name = app.Argument("name", "What it fills, in words or with dashes: countries, \"01 countries\".");
        var template = app.Choice("--template <template>", "What to begin with.", SeedTemplates.Kinds);
        return (context, _) => Task.FromResult(Write(context, name.Value, template.Value() ?? SeedTemplates.Kinds[0]));
    }

    private static CommandReport Write(CommandContext context, string? name, string template)
    {
        var words = Words(name ?? "");
        if (words.Length == 0)
        {
            throw OptionReading.Wrong("what is the seed's name?", "Say what it fills: seed:make countries.");
        }

        if (!SeedTemplates.Kinds.Contains(template, StringComparer.Ordinal))
        {
            throw OptionReading.Wrong($"there is no template '{template}'.", NearestName.Hint(template, [.. SeedTemplates.Kinds]));
        }

        var path = Path.Combine(SeedFiles.Folders(context.Settings)[0], words + SeedTemplates.Ending(template));
        var display = DisplayPath.Of(path, context.Settings.WorkingFolder);
        NewFile.Write(path, SeedTemplates.Render(template, name!), display);
        return new CommandReport(context.Command) { Answer = [display], Files = [display] };
    }

    /// <summary><c>01 Countries</c> → <c>01-countries</c>.</summary>
    private static string Words(string name) => string.Join(
        '-', new string([.. name.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
