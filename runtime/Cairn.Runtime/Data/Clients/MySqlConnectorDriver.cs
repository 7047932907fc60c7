using System.Data.Common;

namespace Cairn.Runtime.Data.Clients;

/// <summary>MySqlConnector: knows all of .NET's types; only moments must be those of the session's time zone.</summary>
internal sealed class MySqlConnectorDriver : MySqlDriver
{
    public override void Adjust(DbParameter parameter)
    {
        switch (parameter.Value)
        {
            case DateTimeOffset moment:
                Replace(parameter, moment.UtcDateTime);
                break;
            case DateTime { Kind: DateTimeKind.Local } moment:
                Replace(parameter, moment.ToUniversalTime());
                break;
            default:
                break;
        }
    }
}
