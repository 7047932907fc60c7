using System.Data.Common;
using System.Globalization;
using System.Numerics;

namespace Cairn.Runtime.Data.Clients;

/// <summary>
/// MySql.Data: sends a date in the culture's form, drops a time's seconds, and does not know characters, enums and big integers. It also
/// pays no heed to a cancellation while a statement runs, and closes the connection over a time-out, which is why neither is asked of it.
/// </summary>
internal sealed class MySqlDataDriver : MySqlDriver
{
    public override void Adjust(DbParameter parameter)
    {
        switch (parameter.Value)
        {
            case DateOnly date:
                Replace(parameter, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case TimeOnly time:
                Replace(parameter, time.ToTimeSpan());
                break;
            case DateTimeOffset moment:
                Replace(parameter, moment.UtcDateTime);
                break;
            case DateTime { Kind: DateTimeKind.Local } moment:
                Replace(parameter, moment.ToUniversalTime());
                break;
            case char letter:
                Replace(parameter, letter.ToString());
                break;
            case Enum member:
                Replace(parameter, Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), CultureInfo.InvariantCulture));
                break;
            case BigInteger number:
                Replace(parameter, number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                break;
        }
    }
}
