using System.Data.Common;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.SqlKata;

/// <summary>The tables that the recorded cases speak of, on a server.</summary>
internal static class KataServer
{
    private const string Rows = """
        insert into users (name, email, active, age, country, created_at) values
            ('Ann', 'ann@example.com', true, 30, 'JO', '2024-01-02 03:04:05'),
            ('Bob', 'bob@example.com', false, 40, 'FR', '2023-05-06 10:00:00');
        insert into posts (user_id, title, views) values (1, 'one', 5), (2, 'two', 1);
        insert into tags (name, weight) values ('x', 1);
        """;

    // The last statement of each puts the counter where the recording's stood.
    private const string Postgres = $"""
        create table users (id serial primary key, name text, email text, active boolean, age int, score decimal,
            country text, created_at timestamp, note text, "group" text, "full name" text, token varchar(40), blobby bytea);
        create table posts (id serial primary key, user_id int, title text, views int, published_at timestamp);
        create table archive (id serial primary key, name text, email text);
        create table tags (name text, weight int);
        {Rows}
        select setval('users_id_seq', 10);
        """;

    private const string MySql = $"""
        create table users (id int auto_increment primary key, name text, email text, active boolean, age int, score decimal,
            country text, created_at datetime, note text, `group` text, `full name` text, token varchar(40), blobby blob);
        create table posts (id int auto_increment primary key, user_id int, title text, views int, published_at datetime);
        create table archive (id int auto_increment primary key, name text, email text);
        create table tags (name text, weight int);
        {Rows}
        alter table users auto_increment = 11;
        """;

    public static async Task<DbConnection> OpenAsync(TestDatabase database)
    {
        await database.ExecuteAsync(database.Engine == EngineNames.Postgres ? Postgres : MySql);
        return await database.OpenAsync();
    }
}
