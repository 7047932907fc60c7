using System.Security.Cryptography;
using System.Text.Json;

namespace Cairn.Runtime.Drills.Crashes;

/// <summary>Where a run is to die, as its process is told.</summary>
/// <param name="Token">What the copy must have in its mark.</param>
/// <param name="Version">In which migration.</param>
/// <param name="After">After how many of its statements.</param>
/// <param name="Real">The name by which a statement could reach the real database; null where none can.</param>
internal sealed record CrashWord(string Token, string Version, int After, string? Real)
{
    /// <summary>The environment variable that has it.</summary>
    public const string Variable = "CAIRN_DRILL_CRASH";

    /// <summary>The table of a copy that has the token, as long as the run that is to die runs.</summary>
    public const string Table = "cairn_drill_crash";

    public static CrashWord New(string version, int after, string? real) => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), version, after, real);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static CrashWord? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) || JsonSerializer.Deserialize<string?[]>(text) is not [{ Length: 32 } token, { } version, { } after, var real] || !int.TryParse(after, out var number)
                ? null
                : new CrashWord(token, version, number, real);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => JsonSerializer.Serialize(new[] { Token, Version, After.ToString(System.Globalization.CultureInfo.InvariantCulture), Real });
}
