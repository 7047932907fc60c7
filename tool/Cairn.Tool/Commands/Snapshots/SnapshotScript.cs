using Cairn.Schema.Comparison.Changes;
using Cairn.Schema.Snapshots;
using Cairn.Scripting.Templates;

namespace Cairn.Tool.Commands.Snapshots;

/// <summary>The difference between a snapshot and the database as a migration.</summary>
internal static class SnapshotScript
{
    /// <summary>What gives the script's text for its name.</summary>
    /// <exception cref="CairnException">Something cannot be made (CAIRN6005), or there is no difference (CAIRN7009).</exception>
    public static async Task<Func<string, string>> RenderAsync(CommandContext context, SnapshotFile file, SchemaSnapshot wanted, CancellationToken cancellationToken)
    {
        var comparison = await context.CreateSnapshots().CompareAsync(wanted, cancellationToken);
        ServerVersions.Warn(context, comparison.Current, wanted);
        if (comparison.Diff.IsEmpty)
        {
            throw CommandLines.OptionReading.Wrong($"the database is as {file.Display} has it: there is nothing to migrate.", "Change the file, or leave --from-schema out.");
        }

        var dialect = Cairn.Runtime.Data.Clients.DatabaseClients.For(wanted.Client).Dialect;
        var up = ChangePlanner.Plan(comparison.Current, wanted, dialect);
        var (down, why) = Back(comparison, dialect);
        IEnumerable<string> notes =
        [
            $"Made from the difference between the database and {file.Display}. Read it before it runs: renames are drops and additions here.",
            .. up.Losses.Select(loss => $"Up loses data: {loss}"),
            .. (down?.Losses ?? []).Select(loss => $"Down loses data: {loss}"),
        ];
        return name => DifferenceTemplate.Render(name, up.Operations, down?.Operations, why, notes);
    }

    private static (ChangePlan? Plan, string? WhyNot) Back(Runtime.Schemas.SchemaComparison comparison, Cairn.Schema.Dialects.Dialect dialect)
    {
        try
        {
            return (ChangePlanner.Plan(comparison.Wanted, comparison.Current, dialect), null);
        }
        catch (CairnException exception) when (exception.Code == ErrorCodes.ChangeImpossible)
        {
            return (null, exception.Message);
        }
    }
}
