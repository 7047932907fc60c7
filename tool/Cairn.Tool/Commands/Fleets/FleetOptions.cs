using Cairn.Tool.CommandLines;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>The options of every command that can be run for all databases of a targets file.</summary>
internal sealed class FleetOptions
{
    private readonly List<CommandOption> _all;
    private readonly CommandOption _targets;
    private readonly CommandOption _parallel;
    private readonly CommandOption _canary;
    private readonly CommandOption _canariesOnly;
    private readonly CommandOption _only;
    private readonly CommandOption _shard;
    private readonly CommandOption _maxFailures;
    private readonly CommandOption _report;
    private readonly CommandOption _continue;

    private FleetOptions(CommandLineApplication app)
    {
        var before = app.Options.Count;
        _targets = app.Value("--targets <file>", "Run for every database that the file names, each by itself; - reads standard input.");
        _parallel = app.Value("--parallel <number>", "How many databases at a time. Default: 4.");
        _canary = app.Option("--canary <target>", "Run this one first (a number: the first so many), and the others only where it went well; may be given several times.", CommandOptionType.MultipleValue);
        _canariesOnly = app.Flag("--canaries-only", "Run the canaries and no others.");
        _only = app.Option("--only <target>", "Run no others than this one; may be given several times.", CommandOptionType.MultipleValue);
        _shard = app.Value("--shard <i/n>", "Run the i-th of n parts, on the i-th of n machines.");
        _maxFailures = app.Value("--max-failures <number>", "Start no more once so many have failed.");
        _report = app.Value("--report <file>", "Write the outcome of each into this file as it comes, one JSON object a line.");
        _continue = app.Value("--continue <file>", "Go on with the run that wrote this report: leave out what is done, and add the rest to it.");
        _all = [.. app.Options.Skip(before)];
    }

    /// <summary>Declares the options.</summary>
    public static FleetOptions Declare(CommandLineApplication app) => new(app);

    /// <summary>Declares them on a command, and has its body run for each target where there are any.</summary>
    /// <param name="app">The command's own declaration.</param>
    /// <param name="body">What it does on one database.</param>
    public static CommandBody Wrap(CommandLineApplication app, CommandBody body)
    {
        CommandOption[] own = [.. app.Options];
        var options = new FleetOptions(app);
        return (context, cancellationToken) => options.Read(own) is { } request
            ? FleetRun.RunAsync(context, body, request, GivenOptions.Of(own, app.Arguments), cancellationToken)
            : body(context, cancellationToken);
    }

    /// <summary>What was asked for; null where the command is for one database.</summary>
    /// <exception cref="CairnException">Something does not go together, or with many databases (CAIRN7009).</exception>
    private FleetRequest? Read(IReadOnlyList<CommandOption> own)
    {
        if (!_targets.HasValue())
        {
            return _all.Find(option => option.HasValue()) is { } alone
                ? throw OptionReading.Wrong($"--{alone.LongName} goes with --targets.", "Name the databases' file with --targets, or leave the option out.")
                : null;
        }

        CheckOwn(own);
        OptionReading.AtMostOne(("--report", _report.HasValue()), ("--continue", _continue.HasValue()));
        // Another machine cannot wait for this one's canary.
        if (_shard.HasValue() && _canary.HasValue())
        {
            throw OptionReading.Wrong("--canary and --shard do not go together: the other machines would not wait.", "Run the canary first, by itself: --only <target>. Then all shards.");
        }

        return new FleetRequest(_targets.Value()!)
        {
            Parallel = _parallel.Count(otherwise: 4),
            Canaries = [.. _canary.Values.OfType<string>()],
            CanariesOnly = _canariesOnly.HasValue(),
            Only = [.. _only.Values.OfType<string>()],
            Shard = _shard.Value() is { } shard ? Shard.Parse(shard) : null,
            MaxFailures = _maxFailures.HasValue() ? _maxFailures.Count() : null,
            Report = _report.Value(),
            Continue = _continue.Value(),
        };
    }

    private static void CheckOwn(IReadOnlyList<CommandOption> own)
    {
        foreach (var option in own)
        {
            if (option is { OnTargets: TargetRule.Refused } && option.HasValue())
            {
                throw OptionReading.Wrong($"--{option.LongName} is about one database, and does not go with --targets.", "Run the command on that database alone, with --connection.");
            }

            if (option is { OnTargets: TargetRule.Needed } && !option.HasValue())
            {
                throw OptionReading.Wrong($"with --targets, --{option.LongName} is needed: without it the command may mean something else on each database.", $"Say --{option.LongName} <{option.ValueName}>.");
            }
        }
    }

    /// <summary>Refuses a database that is named beside the file; <c>DATABASE_URL</c> is the application's own, and says nothing here.</summary>
    /// <exception cref="CairnException">There is one (CAIRN7009).</exception>
    public static void RefuseOthers(ToolSettings settings)
    {
        foreach (var setting in new[] { SettingDefinitions.Connection, SettingDefinitions.Client })
        {
            var origin = settings.OriginOf(setting);
            if (origin.Level == OriginLevel.Option || (origin.Level == OriginLevel.Variable && origin.Text.Contains("CAIRN_", StringComparison.Ordinal)))
            {
                throw OptionReading.Wrong($"--targets and the {origin.Text} do not go together.", "Give one of them: the targets file says where each database is.");
            }
        }
    }
}
