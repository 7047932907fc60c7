using Cairn.Runtime.Linting;
using Cairn.Runtime.Linting.Reports;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Drills;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Commands.Lints;

/// <summary>What to look at, how strictly, and how to tell it.</summary>
internal sealed class LintOptions
{
    private readonly CommandArgument _versions;
    private readonly CommandOption _all;
    private readonly CommandOption _since;
    private readonly CommandOption _format;
    private readonly CommandOption _fail;
    private readonly CommandOption _assumeRows;
    private readonly CommandOption _for;

    public LintOptions(CommandLineApplication app)
    {
        _versions = app.Argument("versions", "The versions to look at, pending or applied; all pending ones where none is named.", multipleValues: true);
        _all = app.Flag("--all", "Every migration, also the applied ones.");
        _since = app.Value("--since <ref>", "Only the migrations that this branch adds to a git branch, tag or commit.");
        _format = app.Choice("--format <format>", "How to tell it.", ["text", "json", "sarif", "github"]);
        _fail = app.Option(
            "--fail <severity>", "error, warning, info or never: from which severity on the exit code is 3. Default: warning, or lint.fail of cairn.json.",
            CommandOptionType.SingleValue, ["error", "warning", "info", "never"]);
        _assumeRows = app.Value("--assume-rows <number>", "Take every table that a migration did not make itself for one with at least so many rows.");
        _for = app.Value("--for <clients>", "The databases that the migrations must run on, with commas between them. Default: those of cairn.json's environments.");
    }

    /// <exception cref="CairnException">There is no such format (CAIRN7009).</exception>
    public LintFormat Format(CommandContext context)
    {
        var format = _format.Value() switch
        {
            null => context.Flags.Json ? LintFormat.Json : LintFormat.Text,
            "text" => LintFormat.Text,
            "json" => LintFormat.Json,
            "sarif" => LintFormat.Sarif,
            "github" => LintFormat.GitHub,
            var other => throw OptionReading.Wrong($"--format is text, json, sarif or github, not '{other}'.", "Write --format sarif."),
        };
        OptionReading.AtMostOne(("--json", context.Flags.Json), ($"--format {_format.Value()}", format != LintFormat.Json));
        return format;
    }

    /// <exception cref="CairnException">An option or a setting is wrong (CAIRN7001, 7002, 7009), or git does not tell what a branch adds (CAIRN5009).</exception>
    public async Task<(LintRequest Request, LintSeverity? Fail)> ReadAsync(CommandContext context, CancellationToken cancellationToken)
    {
        OptionReading.AtMostOne(("versions", _versions.Values.Count > 0), ("--all", _all.HasValue()), ("--since", _since.HasValue()));
        var settings = LintSettings.Read(context.Settings);
        var request = new LintRequest
        {
            Versions = [.. _versions.Values.OfType<string>()],
            All = _all.HasValue(),
            Severities = settings.Severities,
            AssumedRows = _assumeRows.HasValue() ? _assumeRows.Count() : null,
            Clients = _for.Value() is { } names ? Named(names) : context.Settings.DeclaredClients,
            Files = _since.Value() is { } reference
                ? await AddedFiles.SinceAsync(MigratorFactory.MigrationFolders(context.Settings), reference, cancellationToken)
                : null,
        };
        return (request, _fail.Value() is { } fail ? Severity(fail) : settings.Fail);
    }

    private static LintSeverity? Severity(string word) => LintSettings.Fails(word, out var severity)
        ? severity
        : throw OptionReading.Wrong($"--fail is error, warning, info or never, not '{word}'.", "Write --fail error.");

    private static HashSet<Client> Named(string names) =>
    [
        .. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => ClientNames.Find(name)
            ?? throw OptionReading.Wrong($"--for is a list of sqlite, postgres, mysql and mariadb, and has '{name}'.", "Write --for sqlite,postgres.")),
    ];
}

/// <summary>How findings are told.</summary>
internal enum LintFormat
{
    Text,
    Json,
    Sarif,
    GitHub,
}
