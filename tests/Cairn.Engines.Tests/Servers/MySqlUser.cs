namespace Cairn.Engines.Tests.Servers;

/// <summary>An account of one test on MySQL or MariaDB.</summary>
public sealed class MySqlUser : IAsyncDisposable
{
    public const string Password = "open-sesame";

    private readonly TestDatabase _database;

    private MySqlUser(TestDatabase database, string name) => (_database, Name) = (database, name);

    public string Name { get; }

    /// <summary>The test's database, as this user.</summary>
    public string Url => new UriBuilder(_database.Url) { UserName = Name, Password = Password }.Uri.AbsoluteUri;

    /// <summary>Gives him more.</summary>
    public Task GrantAsync(string rights) => _database.ExecuteAsync($"grant {rights} to {Name}");

    /// <param name="database">Whose server.</param>
    /// <param name="rights">As in GRANT: <c>select on *.*</c>.</param>
    public static async Task<MySqlUser> CreateAsync(TestDatabase database, string rights)
    {
        var user = new MySqlUser(database, "u" + Guid.NewGuid().ToString("N")[..20]);
        await database.ExecuteAsync($"create user {user.Name} identified by '{Password}'; grant {rights} to {user.Name}");
        return user;
    }

    public async ValueTask DisposeAsync() => await _database.ExecuteAsync($"drop user {Name}");
}
