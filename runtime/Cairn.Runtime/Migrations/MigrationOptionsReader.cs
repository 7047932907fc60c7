using System.Reflection;

namespace Cairn.Runtime.Migrations;

/// <summary>Reads the options that an author put on a function or class as attributes.</summary>
public static class MigrationOptionsReader
{
    /// <summary>The options on the given members; what an earlier one says goes before what a later one says.</summary>
    /// <exception cref="CairnException">A duration is none (CAIRN2008).</exception>
    public static MigrationOptions Read(params ReadOnlySpan<MemberInfo> members)
    {
        var options = new MigrationOptions();
        Phase? phase = null;
        var lossy = new Dictionary<string, string>();
        foreach (var member in members)
        {
            options = options with
            {
                NoTransaction = options.NoTransaction || member.IsDefined(typeof(NoTransactionAttribute)),
                Timeout = options.Timeout ?? Read(member.GetCustomAttribute<TimeoutAttribute>()?.Duration, "Timeout"),
                LockTimeout = options.LockTimeout ?? Read(member.GetCustomAttribute<LockTimeoutAttribute>()?.Duration, "LockTimeout"),
                Clients = options.Clients is [] ? member.GetCustomAttribute<ClientAttribute>()?.Clients ?? [] : options.Clients,
                Replaces = options.Replaces is [] ? member.GetCustomAttribute<ReplacesAttribute>()?.Versions ?? [] : options.Replaces,
                Tags = [.. options.Tags, .. member.GetCustomAttributes<TagAttribute>().Select(tag => tag.Tag)],
            };
            phase ??= member.GetCustomAttribute<PhaseAttribute>()?.Phase;
            foreach (var loss in member.GetCustomAttributes<LossyAttribute>())
            {
                lossy.TryAdd(loss.Column, loss.Why);
            }
        }

        return options with { Lossy = lossy, Phase = phase ?? Phase.Before };
    }

    private static TimeSpan? Read(string? text, string attribute) => text is null
        ? null
        : Duration.TryParse(text, out var duration)
            ? duration
            : throw new CairnException(ErrorCodes.OptionInvalid, $"[{attribute}(\"{text}\")] is no duration.")
            {
                Fix = "Write it as 500ms, 30s, 10m or 1h.",
            };
}
