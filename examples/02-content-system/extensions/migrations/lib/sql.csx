/// Texts put together: for MySQL and MariaDB || means or.
static string Joined(Db db, params string[] parts) =>
    db.Is(Client.MySql, Client.MariaDb) ? $"concat({string.Join(", ", parts)})" : string.Join(" || ", parts);

/// A number as text; MySQL casts to char where others say varchar.
static string AsText(Db db, string expression) =>
    db.Is(Client.MySql, Client.MariaDb) ? $"cast({expression} as char(20))" : $"cast({expression} as varchar(20))";

static string AsInteger(Db db, string expression) =>
    db.Is(Client.MySql, Client.MariaDb) ? $"cast({expression} as signed)" : $"cast({expression} as integer)";
