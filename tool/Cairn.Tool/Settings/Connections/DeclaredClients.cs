using Cairn.Tool.Settings.Files;

namespace Cairn.Tool.Settings.Connections;

/// <summary>Which database systems a settings file names, without connecting to any: by the client, or by how the connection begins.</summary>
internal static class DeclaredClients
{
    public static IReadOnlySet<Client> Of(ConfigFile? file)
    {
        var sections = file is null ? [] : file.Environments.Select(file.Section).Prepend(file.Root).OfType<ConfigNode>();
        return sections.Select(Of).OfType<Client>().ToHashSet();
    }

    private static Client? Of(ConfigNode section)
    {
        var connection = section[SettingDefinitions.Connection.Key]?.Text ?? "";
        var colon = connection.IndexOf(':', StringComparison.Ordinal);
        return ClientNames.Find(section[SettingDefinitions.Client.Key]?.Text) ?? (colon > 0 ? ClientNames.OfScheme(connection[..colon].ToLowerInvariant()) : null);
    }
}
