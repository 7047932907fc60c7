using Cairn.Runtime.Linting.Reports;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands.Lints;

/// <summary>What <c>lint</c> of <c>cairn.json</c> says: severities of rules by their codes, and <c>fail</c>.</summary>
/// <param name="Severities">The rules that have another severity; null for one that is off.</param>
/// <param name="Fail">The severity from which on the check fails; null for never.</param>
internal sealed record LintSettings(IReadOnlyDictionary<string, LintSeverity?> Severities, LintSeverity? Fail)
{
    private const string FailKey = "fail";
    private static readonly string[] Words = ["off", "info", "warning", "error"];

    /// <exception cref="CairnException">A rule is unknown (CAIRN7001), or a word (CAIRN7002).</exception>
    public static LintSettings Read(ToolSettings settings)
    {
        var severities = new Dictionary<string, LintSeverity?>(StringComparer.Ordinal);
        LintSeverity? fail = LintSeverity.Warning;
        foreach (var setting in settings.Lint)
        {
            var key = setting.Definition.Key[(setting.Definition.Key.IndexOf('.', StringComparison.Ordinal) + 1)..];
            if (key == FailKey)
            {
                fail = Fails(setting.Value!, out var severity) ? severity : throw Wrong(setting, [.. Words.Skip(1), "never"]);
            }
            else if (LintRuleInfo.All.Any(rule => rule.Code == key))
            {
                severities[key] = Words.Contains(setting.Value) ? Parse(setting.Value!) : throw Wrong(setting, Words);
            }
            else
            {
                throw setting.Wrong($"there is no rule '{key}'.", NearestName.Hint(key, [.. LintRuleInfo.All.Select(rule => rule.Code), FailKey]), ErrorCodes.SettingUnknown);
            }
        }

        return new LintSettings(severities, fail);
    }

    /// <summary>The severity from which on a check fails; null for never. False where the word is none of them.</summary>
    public static bool Fails(string word, out LintSeverity? severity)
    {
        severity = word == "never" ? null : Parse(word);
        return word == "never" || severity is not null;
    }

    private static LintSeverity? Parse(string word) => word switch
    {
        "info" => LintSeverity.Info,
        "warning" => LintSeverity.Warning,
        "error" => LintSeverity.Error,
        _ => null,
    };

    private static CairnException Wrong(ResolvedSetting setting, string[] words) =>
        setting.Wrong($"'{setting.Value}' is none of {string.Join(", ", words)}.", NearestName.Hint(setting.Value!, words));
}
