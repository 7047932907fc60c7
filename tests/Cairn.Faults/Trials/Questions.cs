namespace Cairn.Faults.Trials;

/// <summary>The errors with which a run asks what is to be done, since it cannot know.</summary>
internal static class Questions
{
    private static readonly string[] Codes = [ErrorCodes.HalfRunQuestion];

    public static bool IsOne(string code) => Codes.Contains(code, StringComparer.Ordinal);
}
