using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Runtime.Migrations;

/// <summary>The services of the host that runs the migrations, where one does.</summary>
internal static class HostServices
{
    /// <summary>Whether a service can be had; where the container cannot tell, it is made.</summary>
    public static bool Knows(IServiceProvider services, Type type) =>
        services.GetService(typeof(IServiceProviderIsService)) is IServiceProviderIsService known ? known.IsService(type) : services.GetService(type) is not null;

    public static CairnException Missing(string who, Type type, IServiceProvider? services) => services is null
        ? None($"{who} asks for {type.FullName}")
        : new CairnException(ErrorCodes.ServiceMissing, $"{who} asks for {type.FullName}, which is not among the application's services.")
        {
            Fix = $"Register {type.Name} with the application's services.",
        };

    /// <summary>There is no host.</summary>
    public static CairnException None(string who) => new(
        ErrorCodes.ServiceMissing, $"{who}, and there are no services: the migration is run by the tool, or by a program that gives none.")
    {
        Fix = "Run the migration from the application that it is made for; or write it without the application's services.",
    };
}
