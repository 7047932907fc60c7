using McMaster.Extensions.CommandLineUtils;

namespace Cairn.Tool.CommandLines;

/// <summary>An option with few values, which completion offers.</summary>
internal sealed class ChoiceOption : CommandOption
{
    public ChoiceOption(string template, string description, IReadOnlyList<string> choices)
        : base(template, CommandOptionType.SingleValue)
    {
        Choices = choices;
        Description = description;
    }

    public IReadOnlyList<string> Choices { get; }
}
