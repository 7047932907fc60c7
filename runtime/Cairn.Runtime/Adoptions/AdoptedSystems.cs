using Cairn.Runtime.Adoptions.Systems;

namespace Cairn.Runtime.Adoptions;

/// <summary>Every tool whose records can be taken over: the classes of this assembly that derive from <c>AdoptedSystem</c>, by their names.</summary>
public static class AdoptedSystems
{
    /// <summary>Their names, sorted: <c>directus</c>, <c>efcore</c> …</summary>
    public static IReadOnlyList<string> Names => [.. All.Select(system => system.Name)];

    internal static IReadOnlyList<AdoptedSystem> All { get; } =
    [
        .. typeof(AdoptedSystem).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(AdoptedSystem)))
            .Select(type => (AdoptedSystem)Activator.CreateInstance(type)!)
            .OrderBy(system => system.Name, StringComparer.Ordinal),
    ];

    /// <exception cref="CairnException">There is none of that name (CAIRN7009).</exception>
    internal static AdoptedSystem Find(string name) =>
        All.FirstOrDefault(system => system.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new CairnException(ErrorCodes.CommandLineInvalid, $"There is no tool \"{name}\" whose records can be adopted.")
        {
            Fix = $"One of {string.Join(", ", Names)}. For any other: dotnet cairn migrate:mark.",
        };
}
