using Cairn.Runtime;
using Cairn.Runtime.Data;
using Cairn.Runtime.Drills;
using Cairn.Runtime.Drills.Reports;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Settings;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Commands.Drills;

/// <summary>What to rehearse, and on what.</summary>
internal sealed class DrillOptions
{
    private readonly CommandArgument _versions;
    private readonly CommandOption _last;
    private readonly CommandOption _since;
    private readonly CommandOption _data;
    private readonly CommandOption _scratch;
    private readonly CommandOption _timeout;
    private readonly CommandOption _report;
    private readonly ScriptOptions _scripts;

    public DrillOptions(CommandLineApplication app)
    {
        _versions = app.Argument("versions", "The versions to rehearse; all pending ones where none is named.", multipleValues: true);
        _last = app.Value("--last <number>", "The last applied ones instead: rolled back on the copy first.");
        _since = app.Value("--since <ref>", "Only the migrations that this branch adds to a git branch, tag or commit.");
        _scripts = new ScriptOptions(app);
        _data = app.Choice("--data <rows>", "Which rows the copy gets.", ["all", "sample", "none"]);
        _scratch = app.Value("--scratch <connection>", "A database to use as the copy: empty, or left by a drill. Emptied afterwards.");
        _timeout = app.Value("--timeout <duration>", "The longest that one direction of a migration may take.");
        _report = app.Value("--report <file>", "Also write a report: .html, .json or .xml (JUnit).");
    }

    /// <summary>Where to write a report, or null.</summary>
    public string? Report => _report.Value();

    /// <exception cref="CairnException">An option is wrong (CAIRN7009), or git does not tell what a branch adds (CAIRN5009).</exception>
    public async Task<DrillRequest> ReadAsync(CommandContext context, CancellationToken cancellationToken)
    {
        OptionReading.AtMostOne(("versions", _versions.Values.Count > 0), ("--last", _last.HasValue()), ("--since", _since.HasValue()));
        var request = new DrillRequest
        {
            Versions = [.. _versions.Values.OfType<string>()],
            Last = _last.HasValue() ? _last.Count() : null,
            Data = Data(),
            Timeout = Timeout(),
            Scripts = await _scripts.ReadAsync(context.Settings, context.Observer.Warning, cancellationToken),
            Crash = new OwnCrash(context.Settings),
        };
        return request with
        {
            Scratch = _scratch.Value() is { } connection ? Scratch(connection, context.Settings) : null,
            Files = _since.Value() is { } reference
                ? await AddedFiles.SinceAsync(MigratorFactory.MigrationFolders(context.Settings), reference, cancellationToken)
                : null,
        };
    }

    private DrillData Data() => _data.Value() switch
    {
        null or "all" => DrillData.All,
        "sample" => DrillData.Sample,
        "none" => DrillData.None,
        var other => throw OptionReading.Wrong($"--data is all, sample or none, not '{other}'.", "Write --data sample."),
    };

    private TimeSpan? Timeout() => _timeout.Value() switch
    {
        null => null,
        var text when Duration.TryParse(text, out var duration) && duration > TimeSpan.Zero => duration,
        var text => throw OptionReading.Wrong($"--timeout is '{text}', which is no duration.", "Write it as 30s, 10m or 1h."),
    };

    /// <summary>The database that is to be used as scratch.</summary>
    /// <exception cref="CairnException">It is of another kind than the real one (CAIRN7009), or no connection (CAIRN7003).</exception>
    internal static DatabaseTarget Scratch(string connection, ToolSettings settings)
    {
        var target = settings.Connection.Target;
        var origin = new SettingOrigin(OriginLevel.Option, "option --scratch", settings.WorkingFolder);
        var client = new ResolvedSetting(SettingDefinitions.Client, [ClientNames.Of(target.Client)], origin with { Level = OriginLevel.Default });
        var scratch = ConnectionReader.Read(new ResolvedSetting(SettingDefinitions.Connection with { Key = "scratch" }, [connection], origin), client).Target;
        return scratch.Client == target.Client
            ? scratch with { DriverFolders = MigratorFactory.DriverFolders(settings) }
            : throw OptionReading.Wrong(
                $"--scratch is {ClientNames.Of(scratch.Client)}, and the database is {ClientNames.Of(target.Client)}.", "Rehearse on the same kind of database.");
    }
}
