using Cairn.Runtime.Execution;
using Cairn.Tool.Settings.Connections;
using Cairn.Tool.Settings.Targets;

namespace Cairn.Tool.Settings;

/// <summary>The effective settings of this call.</summary>
internal sealed class ToolSettings
{
    private readonly SettingSources _sources;
    private Lazy<ParsedConnection> _connection;
    private FleetTarget? _target;

    /// <exception cref="CairnException">A value is wrong.</exception>
    public ToolSettings(SettingSources sources, ResolvedSetting config, ResolvedSetting environment)
    {
        _sources = sources;
        (Environment, Resolved) = (environment.Value, [config, environment]);
        ExtensionFolders = Get(SettingDefinitions.Extensions) is var extensions
            ? extensions.Values.Select(folder => Full(folder, extensions)).Distinct(StringComparer.Ordinal).ToList()
            : [];
        Table = SettingValues.Text(Get(SettingDefinitions.Table));
        Naming = SettingValues.Choice(Get(SettingDefinitions.Naming))!;
        OutOfOrder = SettingValues.Policy(Get(SettingDefinitions.OutOfOrder));
        Changed = SettingValues.Policy(Get(SettingDefinitions.Changed));
        Missing = SettingValues.Policy(Get(SettingDefinitions.Missing));
        LockTimeout = SettingValues.Duration(Get(SettingDefinitions.LockTimeout));
        StatementTimeout = SettingValues.OptionalDuration(Get(SettingDefinitions.StatementTimeout));
        DatabaseLockTimeout = SettingValues.OptionalDuration(Get(SettingDefinitions.LockTimeoutDdl));
        Protected = Get(SettingDefinitions.Protected).Value == "true";
        _connection = new Lazy<ParsedConnection>(ReadConnection);
    }

    /// <summary>The database. Read when first asked for: a command that needs none does not fail for a variable that is not set.</summary>
    public ParsedConnection Connection => _connection.Value;

    /// <summary>The database, where it was read already and without error.</summary>
    public ParsedConnection? KnownConnection => _connection.IsValueCreated ? _connection.Value : null;

    /// <summary>The environment's name, or null.</summary>
    public string? Environment { get; }

    /// <summary>Full paths.</summary>
    public IReadOnlyList<string> ExtensionFolders { get; }

    public string Table { get; private set; }

    public string Naming { get; }

    public CheckPolicy OutOfOrder { get; }

    public CheckPolicy Changed { get; }

    public CheckPolicy Missing { get; }

    public TimeSpan LockTimeout { get; }

    public TimeSpan? StatementTimeout { get; }

    public TimeSpan? DatabaseLockTimeout { get; }

    /// <summary>Whether commands that lose data ask first.</summary>
    public bool Protected { get; }

    public IReadOnlyList<ResolvedSetting> Variables => _target is null
        ? _sources.ResolveMap(SettingDefinitions.Variables)
        : _target.VariablesOver(_sources.ResolveMap(SettingDefinitions.Variables));

    /// <summary>What <c>lint</c> says, entry by entry.</summary>
    public IReadOnlyList<ResolvedSetting> Lint => _sources.ResolveMap(SettingDefinitions.Lint);

    /// <summary>The database systems that the settings file names, in any environment.</summary>
    public IReadOnlySet<Client> DeclaredClients => Connections.DeclaredClients.Of(_sources.File);

    /// <summary>Every setting that was looked up, for <c>config</c>.</summary>
    public List<ResolvedSetting> Resolved { get; }

    public string WorkingFolder => _sources.Host.WorkingFolder;

    /// <summary>Where a setting comes from, whether its value is right or not.</summary>
    public SettingOrigin OriginOf(SettingDefinition definition) => _sources.Resolve(definition).Origin;

    /// <summary>These settings for one database of a fleet.</summary>
    public ToolSettings For(FleetTarget target)
    {
        var copy = (ToolSettings)MemberwiseClone();
        (copy._target, copy._connection, copy.Table) = (target, new Lazy<ParsedConnection>(target.Connection), target.Table ?? Table);
        return copy;
    }

    private ResolvedSetting Get(SettingDefinition definition)
    {
        var setting = _sources.Expand(_sources.Resolve(definition));
        Resolved.Add(setting);
        return setting;
    }

    private ParsedConnection ReadConnection()
    {
        var client = Get(SettingDefinitions.Client);
        var connection = Get(SettingDefinitions.Connection);
        SettingValues.Choice(client);
        return ConnectionReader.Read(connection, client);
    }

    private static string Full(string folder, ResolvedSetting setting) => string.IsNullOrWhiteSpace(folder)
        ? throw setting.Wrong("the folder's name is empty.", "Give a folder, or leave the setting out.")
        : Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder, setting.Origin.Folder));
}
