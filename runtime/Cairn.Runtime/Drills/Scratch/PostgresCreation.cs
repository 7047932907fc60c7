using System.Data.Common;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Reports;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>Creates the database that a scratch copy is: whole, from the real one as template, or empty with its settings.</summary>
internal static class PostgresCreation
{
    /// <summary>True where it is whole already.</summary>
    public static async Task<bool> CreateAsync(RunConnection connection, ScratchRequest request, string name, ScratchMark mark, CancellationToken cancellationToken)
    {
        var whole = request.Data == DrillData.All && !request.Empty && await TryTemplateAsync(connection, request, name, cancellationToken);
        if (!whole)
        {
            await connection.ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE template0 {await LocaleAsync(connection, cancellationToken)}", [], cancellationToken);
        }

        await connection.ExecuteAsync($"COMMENT ON DATABASE \"{name}\" IS '{mark.ToString().Replace("'", "''", StringComparison.Ordinal)}'", [], cancellationToken);
        await CopySettingsAsync(connection, name, request, cancellationToken);
        return whole;
    }

    /// <summary>A template must have no other session, which the server waits five seconds for.</summary>
    private static async Task<bool> TryTemplateAsync(RunConnection connection, ScratchRequest request, string name, CancellationToken cancellationToken)
    {
        var others = (await connection.QueryAsync(
            "SELECT count(*) AS others FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", [], cancellationToken))[0].Number("others");
        if (others > 0)
        {
            request.Observer.Note($"{Sizes.Count(others, "other session")} connected: the copy is made table by table, and not with the database as template");
            return false;
        }

        try
        {
            await connection.ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE {connection.Client.Dialect.Quote(request.Source.Database)}", [], cancellationToken);
            return true;
        }
        catch (DbException exception) when (exception.SqlState == "55006" || (exception.SqlState == "42501" && exception.Message.Contains("copy", StringComparison.Ordinal)))
        {
            // Somebody connected meanwhile; or the account may make databases, but not copy this one, which is another's.
            return false;
        }
    }

    private static async Task<string> LocaleAsync(RunConnection connection, CancellationToken cancellationToken)
    {
        var row = (await connection.QueryAsync(
            "SELECT pg_encoding_to_char(encoding) AS encoding, datcollate, datctype, to_jsonb(d) ->> 'datlocprovider' AS provider, "
            + "coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') AS locale FROM pg_database d WHERE datname = current_database()", [], cancellationToken))[0];
        var provider = row.Text("provider") switch
        {
            "i" => $" LOCALE_PROVIDER icu ICU_LOCALE {Literal(row, "locale")}",
            "b" => $" LOCALE_PROVIDER builtin BUILTIN_LOCALE {Literal(row, "locale")}",
            _ => "",
        };
        return $"ENCODING {Literal(row, "encoding")} LC_COLLATE {Literal(row, "datcollate")} LC_CTYPE {Literal(row, "datctype")}{provider}";
    }

    /// <summary>What ALTER DATABASE … SET has set, a search path above all, is no part of what a template gives.</summary>
    private static async Task CopySettingsAsync(RunConnection connection, string name, ScratchRequest request, CancellationToken cancellationToken)
    {
        var settings = await connection.QueryAsync(
            "SELECT unnest(setconfig) AS setting FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = current_database() AND setrole = 0", [], cancellationToken);
        foreach (var parts in settings.Select(row => row.Text("setting")!.Split('=', 2)))
        {
            try
            {
                // The value of a list is its words as they were written.
                var value = parts[0] is "search_path" or "DateStyle" ? parts[1] : "'" + parts[1].Replace("'", "''", StringComparison.Ordinal) + "'";
                await connection.ExecuteAsync($"ALTER DATABASE \"{name}\" SET {parts[0]} TO {(value.Length == 0 ? "''" : value)}", [], cancellationToken);
            }
            catch (DbException exception)
            {
                request.Observer.Warning($"The copy does not have the database's setting {parts[0]}: {exception.Message}");
            }
        }
    }

    private static string Literal(CatalogueRow row, string column) => "'" + (row.Text(column) ?? "").Replace("'", "''", StringComparison.Ordinal) + "'";
}
