using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Histories;

/// <summary>The same migration as statements, for the plain driver and for dbmate.</summary>
internal static class SqlScript
{
    public static IReadOnlyList<string> Of(string engine, int number)
    {
        var (key, number32, real, yes, text) = engine switch
        {
            EngineNames.Sqlite => ("integer not null primary key autoincrement", "integer", "numeric(10,2)", "1", "text"),
            EngineNames.Postgres => ("serial primary key", "integer", "numeric(10,2)", "true", "text"),
            _ => ("int not null auto_increment primary key", "int", "decimal(10,2)", "1", "longtext"),
        };
        var table = History.Table(number);
        var foreign = number == 1 ? "" : $",\n  constraint {table}_previous_id_foreign foreign key (previous_id) references {History.Table(number - 1)} (id)";
        var create = $"""
            create table {table} (
              id {key},
              previous_id {number32},
              name varchar(100) not null,
              email varchar(200),
              total {real} not null default 0,
              quantity {number32} not null default 1,
              active boolean not null default {yes},
              note {text}{foreign}
            )
            """;
        return
        [
            create,
            $"create index {table}_name_index on {table} (name)",
            .. History.Rows.Select(row => $"insert into {table} (name, email, total, quantity) values ('{row.Name}', '{row.Name}@example.com', {row.Total}, 2)"),
        ];
    }
}
