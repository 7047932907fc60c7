using Cairn.Schema.Dialects;

namespace Cairn.Tests.Schema.Golden;

/// <summary>All dialects there are, found, so that a new one cannot be forgotten.</summary>
public static class GoldenDialects
{
    public static IReadOnlyList<Dialect> All { get; } =
    [
        .. typeof(Dialect).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Dialect)))
            .Select(type => (Dialect)Activator.CreateInstance(type)!)
            .OrderBy(dialect => dialect.Client),
    ];

    public static Dialect Of(Client client) => All.Single(dialect => dialect.Client == client);
}
