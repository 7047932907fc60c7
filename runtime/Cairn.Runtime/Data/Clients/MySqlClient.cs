using Cairn.Schema.Dialects;
using Cairn.Schema.Dialects.MySql;

namespace Cairn.Runtime.Data.Clients;

/// <summary>MySQL.</summary>
internal sealed class MySqlClient : MySqlFamilyClient
{
    public override Client Client => Client.MySql;

    public override Dialect Dialect { get; } = new MySqlDialect();

    /// <summary>Its max_execution_time ends a SELECT only.</summary>
    public override bool TimesOutInProcess => true;

    protected override string? StatementLimit(TimeSpan? longest) => null;
}
