namespace Cairn.Runtime.Hosting;

/// <summary>Where there is no container.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static NoServices Instance { get; } = new();

    public object? GetService(Type serviceType) => null;
}
