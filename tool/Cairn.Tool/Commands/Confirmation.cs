namespace Cairn.Tool.Commands;

/// <summary>Asks before data is lost.</summary>
internal static class Confirmation
{
    /// <summary>Asks on a terminal; elsewhere refuses unless <c>--yes</c> was given. A dry run loses nothing and is not asked about.</summary>
    /// <param name="context">The command's.</param>
    /// <param name="what">What would be lost, as <c>roll back every custom migration</c>.</param>
    /// <param name="dryRun">Whether nothing will be changed anyway.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="CairnException">There is nobody to ask (CAIRN7008), or the answer was no (CAIRN3009).</exception>
    public static Task AskAsync(CommandContext context, string what, bool dryRun, CancellationToken cancellationToken)
    {
        if (dryRun || context.Flags.Yes)
        {
            return Task.CompletedTask;
        }

        return context.Share is { } share ? share.AskAsync(what) : AskAsync(context, what, context.Settings.Connection.Target.Display, cancellationToken);
    }

    /// <summary>Asks about what stands for all that would be changed.</summary>
    /// <param name="context">The command's.</param>
    /// <param name="what">What would be lost.</param>
    /// <param name="target">Where, as <c>postgres://user@host/shop</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="CairnException">There is nobody to ask (CAIRN7008), or the answer was no (CAIRN3009).</exception>
    public static async Task AskAsync(CommandContext context, string what, string target, CancellationToken cancellationToken)
    {
        if (!context.Host.InIsTerminal)
        {
            throw new CairnException(ErrorCodes.ConfirmationNeeded, $"{context.Command} would {what} on {target}, and there is no terminal to ask on.")
            {
                Fix = "Say --yes to do it, or --dry-run to see it.",
                DatabaseState = "nothing was run",
            };
        }

        await context.Host.Error.WriteAsync($"{context.Command} will {what} on {target}. Data may be lost. Go on? [y/N] ");
        var answer = await Task.Run(context.Host.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        if (answer?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
        {
            throw new CairnException(ErrorCodes.Cancelled, "not confirmed.") { DatabaseState = "nothing was run" };
        }
    }

    /// <summary>Asks where the environment is protected.</summary>
    public static Task AskIfProtectedAsync(CommandContext context, string what, bool dryRun, CancellationToken cancellationToken) =>
        context.Settings.Protected ? AskAsync(context, what, dryRun, cancellationToken) : Task.CompletedTask;
}
