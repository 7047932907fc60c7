using Cairn.Runtime.Execution;
using Cairn.Tool.CommandLines;

namespace Cairn.Tool.Commands.Runs;

/// <summary>The user's word on a statement that a run was cut in.</summary>
internal sealed class ResumeOption
{
    private readonly CommandOption option;

    public ResumeOption(CommandLineApplication app)
    {
        option = app.Option(
            "--resume <answer>", "done or again. Answers what the catalogue cannot: whether the raw statement that a run was cut in was done, or is to be run again.",
            CommandOptionType.SingleValue, ["done", "again"]);
        option.OnTargets = TargetRule.Refused;
    }

    /// <exception cref="CairnException">It is neither word.</exception>
    public ResumeAnswer? Answer => option.Value() switch
    {
        null => null,
        "done" => ResumeAnswer.Done,
        "again" => ResumeAnswer.Again,
        var other => throw OptionReading.Wrong($"--resume is done or again, not '{other}'.", "Look in the database whether the statement was done."),
    };
}
