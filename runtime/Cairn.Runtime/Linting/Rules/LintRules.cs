namespace Cairn.Runtime.Linting.Rules;

/// <summary>Every rule there is: the classes of this assembly that derive from <see cref="LintRule"/>, by their code.</summary>
internal static class LintRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        .. typeof(LintRule).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(LintRule)))
            .Select(type => (LintRule)Activator.CreateInstance(type)!)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal),
    ];

    public static LintRule? Find(string code) => All.FirstOrDefault(rule => rule.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
