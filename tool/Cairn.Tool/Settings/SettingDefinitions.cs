namespace Cairn.Tool.Settings;

/// <summary>Every setting there is, in the order they are listed.</summary>
internal static class SettingDefinitions
{
    public static readonly SettingDefinition ConfigFile = new("config", "The settings file; otherwise cairn.json in this folder or above, up to the repository's root.")
    {
        Option = "--config <file>",
        Variables = ["CAIRN_CONFIG"],
        InFile = false,
    };

    public static readonly SettingDefinition Environment = new("environment", "The environment: selects a section of cairn.json.")
    {
        Option = "--env <name>",
        Variables = ["CAIRN_ENV"],
    };

    public static readonly SettingDefinition Connection = new("connection", "The database: a URL such as postgres://user@host/db or sqlite:app.db, or an ADO.NET connection string with --client.")
    {
        Option = "-c|--connection <connection>",
        Variables = ["CAIRN_CONNECTION", "DATABASE_URL"],
        Default = "sqlite:cairn.db",
    };

    public static readonly SettingDefinition Client = new("client", "What the database is, where the connection is an ADO.NET connection string.")
    {
        Option = "--client <client>",
        Allowed = ["sqlite", "postgres", "mysql", "mariadb"],
    };

    public static readonly SettingDefinition Extensions = new("extensions", "The extensions folder; may be given several times.")
    {
        Option = "-e|--extensions <folder>",
        Variables = ["CAIRN_EXTENSIONS_PATH", "EXTENSIONS_PATH"],
        Default = "./extensions",
        Shape = SettingShape.TextOrList,
    };

    public static readonly SettingDefinition Table = new("table", "The tracking table, with its schema where it has one.")
    {
        Option = "--table <name>",
        Variables = ["CAIRN_TABLE"],
        Default = "cairn_migrations",
    };

    public static readonly SettingDefinition Naming = new("naming", "How file names give versions.")
    {
        Option = "--naming <naming>",
        Default = "cairn",
        Allowed = ["cairn", "directus", "knex", "strapi", "medusa"],
    };

    public static readonly SettingDefinition OutOfOrder = new("outOfOrder", "A pending migration older than the newest applied one.")
    {
        Option = "--out-of-order <policy>",
        Default = "warn",
        Allowed = ["allow", "warn", "refuse"],
    };

    public static readonly SettingDefinition Changed = new("changed", "An applied migration whose file changed.")
    {
        Option = "--changed <policy>",
        Default = "warn",
        Allowed = ["warn", "refuse"],
    };

    public static readonly SettingDefinition Missing = new("missing", "An applied migration whose file is gone.")
    {
        Option = "--missing <policy>",
        Default = "warn",
        Allowed = ["warn", "refuse"],
    };

    public static readonly SettingDefinition LockTimeout = new("lockTimeout", "How long to wait for another run to end.")
    {
        Option = "--lock-timeout <duration>",
        Default = "60s",
    };

    public static readonly SettingDefinition StatementTimeout = new("statementTimeout", "The longest a statement may take, or none.")
    {
        Option = "--statement-timeout <duration>",
        Default = "none",
    };

    public static readonly SettingDefinition LockTimeoutDdl = new("lockTimeoutDdl", "The longest a statement may wait for a lock inside the database; 5s unless set.")
    {
        Option = "--lock-timeout-ddl <duration>",
        Default = "none",
    };

    public static readonly SettingDefinition Protected = new("protected", "Whether commands that lose data ask first.")
    {
        Default = "false",
        Shape = SettingShape.Boolean,
    };

    public static readonly SettingDefinition Variables = new("variables", "Settings that scripts read with db.Variable.")
    {
        Shape = SettingShape.TextMap,
    };

    public static readonly SettingDefinition Lint = new("lint", "How strict migrate:lint is: the severity of rules by their codes (off, info, warning, error), and fail.")
    {
        Shape = SettingShape.TextMap,
    };

    /// <summary>Every setting.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        Connection, Client, Extensions, Environment, ConfigFile, Table, Naming, OutOfOrder, Changed, Missing,
        LockTimeout, StatementTimeout, LockTimeoutDdl, Protected, Variables, Lint,
    ];

    /// <summary>The key of <c>cairn.json</c> that holds the environments' sections.</summary>
    public const string EnvironmentsKey = "environments";
}
