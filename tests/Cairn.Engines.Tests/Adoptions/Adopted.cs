using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Adoptions;

/// <summary>
/// A database as another tool left it after three migrations, and a project that has them as its own files under the same names, and one more.
/// </summary>
/// <param name="System">As the command calls it.</param>
/// <param name="Naming">How the project's files are named.</param>
/// <param name="First">What the line of the first row has, in the recording.</param>
/// <param name="Files">The files of the three.</param>
/// <param name="Later">One that the other tool does not know.</param>
public sealed partial record Adopted(string System, string Naming, string First, IReadOnlyList<string> Files, string Later)
{
    private static readonly IReadOnlyList<string> Moments = ["20240101120000_create_users.csx", "20240215093000_add_orders.sql", "20240301080000_add_notes.csx"];

    public static IReadOnlyList<Adopted> All { get; } =
    [
        new("directus", "cairn", "'20240101A'", ["20240101A-create-users.csx", "20240215A-add-orders.sql", "20240301A-add-notes.csx"], "20250101A-later.csx"),
        new("efcore", "knex", "'20240101120000_CreateUsers'", Moments, "20250101000000_later.csx"),
        new("fluentmigrator", "knex", "20240101120000", Moments, "20250101000000_later.csx"),
        new("flyway", "directus", "'create users'", ["1-create-users.csx", "1.1-add-orders.sql", "2.0-add-notes.csx"], "9-later.csx"),
        new("knex", "knex", "'20240101120000_create_users.js'", Moments, "20250101000000_later.csx"),
        new("mikro-orm", "medusa", "'Migration20240101120000'", ["Migration20240101120000.csx", "Migration20240215093000_add_orders.sql", "Migration20240301080000.csx"], "Migration20250101000000.csx"),
        new("strapi", "strapi", "'2024.01.01T12.00.00.create-users.js'", ["2024.01.01T12.00.00.create-users.csx", "2024.02.15T09.30.00.add-orders.sql", "2024.03.01T08.00.00.add-notes.csx"], "2025.01.01T00.00.00.later.csx"),
    ];

    public static Adopted Of(string system) => All.Single(adopted => adopted.System == system);

    /// <summary>The project and its database.</summary>
    public async Task<Project> ProjectAsync(EngineServers servers, string engine, IReadOnlyList<string>? files = null)
    {
        var project = await Project.NewAsync(servers, engine);
        await project.Database.ExecuteAsync(Sql(engine));
        foreach (var file in files ?? [.. Files, Later])
        {
            project.Write(file, Text(file));
        }

        return project;
    }

    /// <summary>What the tool's table says about when the first one was applied; null where it does not.</summary>
    public DateTimeOffset? FirstApplied(string engine)
    {
        var line = Sql(engine).Split('\n').First(line => line.StartsWith("INSERT", StringComparison.Ordinal) && line.Contains(First, StringComparison.Ordinal));
        return Milliseconds().Match(line) is { Success: true } number ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(number.Value, CultureInfo.InvariantCulture))
            : Moment().Match(line) is { Success: true } text ? DateTimeOffset.Parse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;
    }

    /// <summary>A migration that must not run: it makes a table.</summary>
    public static string Text(string file) => file.EndsWith(".sql", StringComparison.Ordinal)
        ? "-- up\ncreate table ran (id int);\n-- down\ndrop table ran;\n"
        : Scripts.Table(file.Contains("2025", StringComparison.Ordinal) || file.Contains("later", StringComparison.Ordinal) ? "later" : "ran");

    /// <summary>As the real tool made it, else as its documentation says that it does.</summary>
    public string Sql(string engine)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Cairn.Engines.Tests", "Adoptions");
        var recorded = Path.Combine(folder, "Recordings", $"{System}.{engine}.sql");
        return File.ReadAllText(File.Exists(recorded) ? recorded : Path.Combine(folder, "Descriptions", $"{System}.{engine}.sql"));
    }

    [GeneratedRegex(@"\b\d{13}\b", RegexOptions.None, 1000)]
    private static partial Regex Milliseconds();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?", RegexOptions.None, 1000)]
    private static partial Regex Moment();
}
