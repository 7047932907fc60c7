using Cairn.Runtime;
using Cairn.Runtime.Migrations;

namespace Cairn.Scripting.Formats.Sql;

/// <summary>The options of <c>-- cairn: …</c> lines, in the header or in a section.</summary>
internal sealed class SqlOptions
{
    private MigrationOptions options = new();
    private Phase? phase;

    /// <summary>Why there is no way back, where a line says so.</summary>
    public string? Irreversible { get; private set; }

    /// <summary>Takes one line's text after <c>cairn:</c>.</summary>
    /// <exception cref="CairnException">The option is unknown, or its value is wrong (CAIRN2008).</exception>
    public void Read(string line, string file, int number)
    {
        var text = line.Trim();
        var split = text.IndexOfAny([' ', '\t', ':']);
        var name = (split < 0 ? text : text[..split]).ToLowerInvariant();
        var value = split < 0 ? "" : text[split..].TrimStart(' ', '\t', ':').Trim();
        var problem = Set(name, value);
        if (problem is not null)
        {
            throw new CairnException(ErrorCodes.OptionInvalid, problem.Value.Message) { File = file, Line = number, Fix = problem.Value.Fix };
        }
    }

    /// <summary>These, where the nearer ones do not say otherwise.</summary>
    public MigrationOptions With(SqlOptions nearer) => new()
    {
        NoTransaction = options.NoTransaction || nearer.options.NoTransaction,
        Timeout = nearer.options.Timeout ?? options.Timeout,
        LockTimeout = nearer.options.LockTimeout ?? options.LockTimeout,
        Clients = nearer.options.Clients.Count > 0 ? nearer.options.Clients : options.Clients,
        Phase = nearer.phase ?? phase ?? Phase.Before,
        Replaces = nearer.options.Replaces.Count > 0 ? nearer.options.Replaces : options.Replaces,
        Tags = [.. options.Tags.Union(nearer.options.Tags)],
        Lossy = options.Lossy.Concat(nearer.options.Lossy).DistinctBy(pair => pair.Key).ToDictionary(),
    };

    private (string Message, string Fix)? Set(string name, string value)
    {
        switch (name)
        {
            case "irreversible":
                Irreversible = value;
                return value.Length > 0 ? null : ("irreversible without a reason", "write `-- cairn: irreversible: why`");
            case "no-transaction":
                options = options with { NoTransaction = true };
                return value.Length == 0 ? null : ($"no-transaction takes no value, there is `{value}`", "write `-- cairn: no-transaction`");
            case "timeout":
                options = options with { Timeout = Time(value) };
                return options.Timeout is not null ? null : WrongDuration(name, value);
            case "lock-timeout":
                options = options with { LockTimeout = Time(value) };
                return options.LockTimeout is not null ? null : WrongDuration(name, value);
            case "client":
                return SetClients(value);
            case "phase":
                return SetPhase(value);
            case "tag":
                options = options with { Tags = [.. options.Tags, .. Words(value)] };
                return value.Length > 0 ? null : ("tag without a word", "write `-- cairn: tag nightly`");
            case "replaces":
                options = options with { Replaces = Words(value) };
                return options.Replaces.Count > 0 ? null : ("replaces without a version", "write `-- cairn: replaces 20260301A, 20260302A`");
            case "lossy":
                return SetLossy(value);
            default:
                return ($"unknown option `{name}`", "known are irreversible, no-transaction, timeout, lock-timeout, client, phase, tag, replaces, lossy");
        }
    }

    private (string Message, string Fix)? SetClients(string value)
    {
        var clients = new List<Client>();
        foreach (var word in Words(value))
        {
            if (!TryClient(word, out var client))
            {
                return ($"unknown database `{word}`", "known are sqlite, postgres, mysql, mariadb");
            }

            clients.Add(client);
        }

        options = options with { Clients = clients };
        return clients.Count > 0 ? null : ("client without a database", "write `-- cairn: client postgres, mysql`");
    }

    private (string Message, string Fix)? SetPhase(string value)
    {
        phase = value.ToLowerInvariant() switch
        {
            "before" => Phase.Before,
            "after" => Phase.After,
            _ => null,
        };
        return phase is not null ? null : ($"unknown phase `{value}`", "write `-- cairn: phase before` or `-- cairn: phase after`");
    }

    private (string Message, string Fix)? SetLossy(string value)
    {
        var split = value.IndexOf(':');
        var column = split < 0 ? "" : value[..split].Trim();
        var why = split < 0 ? "" : value[(split + 1)..].Trim();
        if (column.Length == 0 || why.Length == 0)
        {
            return ("lossy needs a column and a reason", "write `-- cairn: lossy orders.note: only its first word is kept`");
        }

        options = options with { Lossy = new Dictionary<string, string>(options.Lossy) { [column] = why } };
        return null;
    }

    private static bool TryClient(string word, out Client client)
    {
        Client? known = word.ToLowerInvariant() switch
        {
            "sqlite" => Client.Sqlite,
            "postgres" or "postgresql" => Client.Postgres,
            "mysql" => Client.MySql,
            "mariadb" => Client.MariaDb,
            _ => null,
        };
        client = known.GetValueOrDefault();
        return known is not null;
    }

    private static string[] Words(string value) => value.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static TimeSpan? Time(string value) => Duration.TryParse(value, out var time) ? time : null;

    private static (string Message, string Fix) WrongDuration(string name, string value) =>
        ($"{name} `{value}` is no duration", "write it as 500ms, 30s, 10m or 1h");
}
