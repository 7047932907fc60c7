using Cairn.Schema.Building;

namespace Cairn.Tests.Schema.Golden;

/// <summary>One thing said to the builder, and on which databases it has words. On the others it must be refused by name.</summary>
/// <param name="Name">The case's name: its file in <c>golden/&lt;client&gt;</c>.</param>
/// <param name="Body">What is said.</param>
public sealed record GoldenCase(string Name, Action<SchemaBuilder> Body)
{
    public static readonly IReadOnlyList<Client> Everywhere = [Client.Sqlite, Client.Postgres, Client.MySql, Client.MariaDb];

    /// <summary>What must be there before.</summary>
    public Action<SchemaBuilder>? Setup { get; init; }

    /// <summary>The databases that can do it.</summary>
    public IReadOnlyList<Client> Clients { get; init; } = Everywhere;

    /// <summary>Databases where the case says nothing: neither words nor a refusal are asked for (raw SQL of another database).</summary>
    public IReadOnlyList<Client> NotAsked { get; init; } = [];

    /// <summary>Why a plain server cannot run it (an extension that few have), or null where it can.</summary>
    public string? CannotRunOnPlainServer { get; init; }

    public override string ToString() => Name;
}
