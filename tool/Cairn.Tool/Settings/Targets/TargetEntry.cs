using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Settings.Targets;

/// <summary>What stands in a targets file for one database, before its connection is read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Connection">Its connection, as it is written.</param>
/// <param name="Line">Where it is.</param>
internal sealed record TargetEntry(string Name, string Connection, int Line)
{
    public const int LongestName = 100;

    public string? Client { get; init; }

    public string? Table { get; init; }

    public bool IsCanary { get; init; }

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The database, its variables put in.</summary>
    /// <param name="place">The file.</param>
    /// <param name="variable">Gives an environment variable, or null.</param>
    /// <exception cref="CairnException">A variable is missing (CAIRN7010), or the connection is none (CAIRN7003); no message has a password.</exception>
    public FleetTarget Read(TargetPlace place, Func<string, string?> variable)
    {
        CheckName(place);
        var origin = new SettingOrigin(OriginLevel.File, place.Display, place.Folder) { File = place.Display, Line = Line };
        ResolvedSetting Setting(SettingDefinition definition, string? value)
        {
            var setting = new ResolvedSetting(definition with { Key = Name }, value is null ? [] : [value], origin);
            return value is null ? setting : setting with { Values = [VariableSubstitution.Apply(value, variable, (code, why) => setting.Wrong(why, "Set the variable, or write the value into the file.", code))] };
        }

        string? Text(string? value) => value is null ? null : Setting(SettingDefinitions.Variables, value).Value;
        var client = Setting(SettingDefinitions.Client, Client);
        SettingValues.Choice(client);
        return new FleetTarget(Name, Connect(Setting(SettingDefinitions.Connection, Connection), client))
        {
            Table = Text(Table),
            IsCanary = IsCanary,
            Variables = Variables.ToDictionary(pair => pair.Key, pair => Text(pair.Value)!, StringComparer.Ordinal),
            Line = Line,
        };
    }

    private static ParsedConnection Connect(ResolvedSetting connection, ResolvedSetting client)
    {
        try
        {
            return ConnectionReader.Read(connection, client);
        }
        catch (CairnException error) when (error.Fix?.Contains("--client", StringComparison.Ordinal) == true)
        {
            throw connection.Wrong(
                error.Message[(error.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..],
                "Give a URL: sqlite:app.db, postgres://user@host:5432/db, mysql://… or mariadb://…. For an ADO.NET connection string make the file a list in JSON or YAML, with a client beside the connection.",
                error.Code);
        }
    }

    private void CheckName(TargetPlace place)
    {
        if (Name.Length is 0 or > LongestName || !char.IsLetterOrDigit(Name[0]) || !Name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_'))
        {
            // What stands there may be a piece of a connection, so it is not shown.
            throw place.Wrong(
                Name.Length == 0 ? "the target has no name." : $"the target's name is not one: {LongestName} letters, digits, dots, dashes and underscores at most, a letter or digit first.",
                "Write a name before the connection: acme = postgres://user@host/acme.", Line);
        }
    }
}

/// <summary>A targets file, for messages and for what is relative to it.</summary>
/// <param name="Display">As the user would write it.</param>
/// <param name="Folder">What a relative path in it is relative to.</param>
internal sealed record TargetPlace(string Display, string Folder)
{
    /// <summary>An error about a line of it.</summary>
    public CairnException Wrong(string why, string fix, int? line = null, int? column = null) =>
        new(ErrorCodes.TargetsInvalid, why) { Fix = fix, File = Display, Line = line, Column = column, DatabaseState = "nothing was run" };
}
