namespace Cairn.Tool.Settings.Files;

/// <summary>Checks keys and shapes of a whole settings file, also of sections that are not selected.</summary>
internal static class ConfigCheck
{
    private static readonly string[] Known =
        [.. SettingDefinitions.All.Where(setting => setting.InFile).Select(setting => setting.Key), SettingDefinitions.EnvironmentsKey];

    /// <exception cref="CairnException">A key is unknown (CAIRN7001) or a value has the wrong type (CAIRN7002); all others of the file in <see cref="CairnException.Others"/>.</exception>
    public static void Run(ConfigNode root, string display)
    {
        var errors = Section(root, Known, display).ToList();
        if (root[SettingDefinitions.EnvironmentsKey] is { } environments)
        {
            errors.AddRange(Environments(environments, display));
        }

        if (errors.Count > 0)
        {
            var first = errors[0];
            throw new CairnException(first.Code, first.Message)
            {
                File = first.File,
                Line = first.Line,
                Column = first.Column,
                Fix = first.Fix,
                Others = errors[1..],
            };
        }
    }

    private static IEnumerable<CairnException> Environments(ConfigNode environments, string display)
    {
        if (environments.Kind != ConfigKind.Section)
        {
            return [Shape(SettingDefinitions.EnvironmentsKey, environments, "an object with one section for each environment", display)];
        }

        // An environment does not name another one.
        var known = Known.Except([SettingDefinitions.EnvironmentsKey, SettingDefinitions.Environment.Key], StringComparer.Ordinal).ToArray();
        return environments.Entries.SelectMany(entry => entry.Value.Kind == ConfigKind.Section
            ? Section(entry.Value, known, display)
            : [Shape(entry.Key, entry.Value, "an object with settings", display)]);
    }

    private static IEnumerable<CairnException> Section(ConfigNode section, string[] known, string display)
    {
        foreach (var entry in section.Entries)
        {
            if (!known.Contains(entry.Key, StringComparer.Ordinal))
            {
                // Editors look for "$schema"; it says nothing to us.
                if (entry.Key != "$schema")
                {
                    yield return new CairnException(ErrorCodes.SettingUnknown, $"there is no setting '{entry.Key}'.")
                    {
                        File = display,
                        Line = entry.Line,
                        Column = entry.Column,
                        Fix = NearestName.Hint(entry.Key, known),
                    };
                }
            }
            else if (SettingDefinitions.All.FirstOrDefault(setting => setting.Key == entry.Key) is { } definition && Expected(definition.Shape, entry.Value) is { } expected)
            {
                yield return Shape(entry.Key, entry.Value, expected, display);
            }
        }
    }

    private static string? Expected(SettingShape shape, ConfigNode value) => shape switch
    {
        SettingShape.Text => value.Kind == ConfigKind.Text ? null : "a text",
        SettingShape.Boolean => value.Kind == ConfigKind.Boolean ? null : "true or false",
        SettingShape.TextOrList => value.Kind == ConfigKind.Text || (value is { Kind: ConfigKind.List, Items.Count: > 0 } && value.Items.All(item => item.Kind == ConfigKind.Text))
            ? null
            : "a text or a list of texts",
        _ => value.Kind == ConfigKind.Section && value.Entries.All(entry => entry.Value.Kind == ConfigKind.Text) ? null : "an object whose values are texts",
    };

    private static CairnException Shape(string key, ConfigNode value, string expected, string display) =>
        new(ErrorCodes.SettingInvalid, $"{key} must be {expected}.")
        {
            File = display,
            Line = value.Line,
            Column = value.Column,
            Fix = "Correct the value; docs/commands.md lists every setting.",
        };
}
