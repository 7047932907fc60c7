using System.Data.Common;
using Microsoft.Data.Sqlite;
using SqlKata;

namespace Cairn.Tests.SqlKataTests;

/// <summary>A database with the tables that the cases speak of.</summary>
public static class KataDatabase
{
    private const string Tables = """
        create table users (id integer primary key, name text, email text, active bool, age int, score decimal,
            country text, created_at text, note text, "group" text, "full name" text, token varchar(40), blobby blob);
        create table posts (id integer primary key, user_id int, title text, views int, published_at text);
        create table archive (id integer primary key, name text, email text);
        create table tags (name text, weight int);
        insert into users (id, name, email, active, age, country, created_at) values
            (1, 'Ann', 'ann@example.com', 1, 30, 'JO', '2024-01-02 03:04:05'),
            (2, 'Bob', 'bob@example.com', 0, 40, 'FR', '2023-05-06 10:00:00');
        insert into posts (id, user_id, title, views) values (1, 1, 'one', 5), (2, 2, 'two', 1);
        insert into tags (name, weight) values ('x', 1);
        """;

    public static async Task<SqliteConnection> OpenAsync()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Tables;
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Runs a compiled statement with its bindings, reads all rows, and takes it back.</summary>
    public static async Task RunAsync(DbConnection connection, SqlResult compiled)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = compiled.Sql;
        foreach (var (name, value) in compiled.NamedBindings)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
            {
                _ = reader.FieldCount;
            }
        }
        while (await reader.NextResultAsync());
    }
}
