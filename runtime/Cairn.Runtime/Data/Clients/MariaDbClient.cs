using System.Globalization;
using Cairn.Schema.Dialects;
using Cairn.Schema.Dialects.MariaDb;

namespace Cairn.Runtime.Data.Clients;

/// <summary>MariaDB.</summary>
internal sealed class MariaDbClient : MySqlFamilyClient
{
    public override Client Client => Client.MariaDb;

    public override Dialect Dialect { get; } = new MariaDbDialect();

    /// <summary>In seconds with a fraction; zero is no limit.</summary>
    protected override string? StatementLimit(TimeSpan? longest) =>
        string.Create(CultureInfo.InvariantCulture, $"SET SESSION max_statement_time = {longest?.TotalSeconds ?? 0:0.######}");
}
