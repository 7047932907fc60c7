using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Cairn.Runtime.Data.Clients;

/// <summary>Errors of MySQL and MariaDB by their numbers, which both drivers have in a property; MySql.Data leaves the SQLSTATE empty.</summary>
internal static partial class MySqlErrors
{
    public static DatabaseFailure Classify(Exception exception)
    {
        var causes = Causes.Of(exception).ToList();
        return causes.Select(Number).FirstOrDefault(number => number > 0) switch
        {
            // Account and host: wrong password, no password asked for, host not allowed, old protocol, expired.
            1045 or 1698 or 1130 or 1251 or 1862 => DatabaseFailure.LoginRefused,
            1049 => DatabaseFailure.DatabaseMissing,
            1040 or 1042 or 1129 or 2002 or 2003 or 2005 => DatabaseFailure.Unreachable,
            1053 or 1077 or 1078 or 1079 or 1152 or (>= 1158 and <= 1161) or 1184 or 1927 or 2006 or 2013 or 2055 or 4031 => DatabaseFailure.ConnectionLost,
            1044 or 1095 or 1142 or 1143 or 1227 or 1370 or 1410 or 1419 => DatabaseFailure.PermissionDenied,
            1036 or 1290 or 1792 or 1836 or 3100 => DatabaseFailure.ReadOnly,
            1021 or 1114 or 1878 or 3019 => DatabaseFailure.DiskFull,
            (>= 1 and <= 40) or 1004 or 1005 or 1006 or 1025 or 1026 or 1030 when causes.Exists(NoSpace) => DatabaseFailure.DiskFull,
            1205 or 3572 => DatabaseFailure.LockTimeout,
            1213 or 1614 => DatabaseFailure.Deadlock,
            1969 or 3024 => DatabaseFailure.StatementTimeout,
            1317 or 1028 => DatabaseFailure.Cancelled,
            1051 or 1054 or 1072 or 1091 or 1146 or 1176 or 1305 or 1360 => DatabaseFailure.ObjectMissing,
            0 when causes.Exists(cause => cause is SocketException) => DatabaseFailure.Unreachable,
            0 when causes.Exists(cause => cause is IOException or TimeoutException or ObjectDisposedException) => DatabaseFailure.ConnectionLost,
            _ => DatabaseFailure.Other,
        };
    }

    /// <summary>Many errors pass on the operating system's number, in words of their own: <c>Errcode: 28</c>, <c>errno: 28</c>, <c>Got error 28</c>. 122 is a quota, 135 the server's own for a file that cannot grow.</summary>
    private static bool NoSpace(Exception cause) => cause is DbException && SystemError().IsMatch(cause.Message);

    private static int Number(Exception exception) => exception.GetType().GetProperty("Number")?.GetValue(exception) switch
    {
        null => 0,
        var number => Convert.ToInt32(number, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"\b(Errcode|errno|Got error):? (28|122|135)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SystemError();
}
