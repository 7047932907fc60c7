using System.Data.Common;

namespace Cairn.Runtime.Data.Clients;

/// <summary>In what the drivers for MySQL and MariaDB differ; the runtime refers to neither.</summary>
internal abstract class MySqlDriver
{
    private static readonly MySqlConnectorDriver Connector = new();
    private static readonly MySqlDataDriver Data = new();

    /// <summary>The driver that a command is of.</summary>
    public static MySqlDriver Of(DbCommand command) =>
        command.GetType().FullName?.StartsWith("MySql.Data.", StringComparison.Ordinal) == true ? Data : Connector;

    /// <summary>Makes a parameter's value one that the driver sends rightly.</summary>
    public abstract void Adjust(DbParameter parameter);

    /// <summary>Gives another value, and lets the driver find its type anew.</summary>
    protected static void Replace(DbParameter parameter, object value)
    {
        parameter.ResetDbType();
        parameter.Value = value;
    }
}
