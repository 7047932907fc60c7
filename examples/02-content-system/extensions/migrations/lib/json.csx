using System.Text.Json;

/// PostgreSQL takes no text for a JSON column; the others have no such cast.
static string AsJson(Db db, string expression) =>
    db.Is(Client.Postgres) ? $"cast({expression} as json)" : expression;

static string JsonList(IEnumerable<string> items) => JsonSerializer.Serialize(items.ToArray());

static string[] FromJsonList(string? json) =>
    string.IsNullOrEmpty(json) ? Array.Empty<string>() : JsonSerializer.Deserialize<string[]>(json) ?? Array.Empty<string>();
