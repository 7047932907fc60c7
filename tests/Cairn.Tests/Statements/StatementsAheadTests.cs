using Cairn.Runtime.Data.Sinks;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Tests.Statements;

/// <summary>What goes in front of a statement leaves that statement, its parameters and its count as they are.</summary>
public sealed class StatementsAheadTests
{
    [Fact]
    public void Parameters_of_what_goes_in_front_have_names_of_their_own()
    {
        var ahead = new StatementsAhead();
        ahead.Add("SET x = 1");
        ahead.AddOfOneRow(new OwnStatement("INSERT INTO journal VALUES (@p0, @p1)", ["a", null]));
        ahead.AddOfOneRow(new OwnStatement("UPDATE journal SET v = @p0", ["b"]));
        using var command = new SqliteCommand("INSERT INTO t VALUES (@p0)");
        command.Parameters.AddWithValue("@p0", "theirs");

        Assert.Equal(2, ahead.JoinTo(command));
        Assert.Equal(
            "SET x = 1; INSERT INTO journal VALUES (@cairn_ahead_0, @cairn_ahead_1); UPDATE journal SET v = @cairn_ahead_2; INSERT INTO t VALUES (@p0)", command.CommandText);
        Assert.Equal(
            [("@p0", "theirs"), ("@cairn_ahead_0", "a"), ("@cairn_ahead_1", DBNull.Value), ("@cairn_ahead_2", "b")],
            command.Parameters.Cast<SqliteParameter>().Select(parameter => (parameter.ParameterName, parameter.Value!)));
        Assert.False(ahead.Any);
        Assert.Equal(0, ahead.JoinTo(command));
    }

    [Fact]
    public void An_empty_command_takes_them_alone()
    {
        var ahead = new StatementsAhead();
        ahead.Add("SAVEPOINT a");
        ahead.Add("SAVEPOINT b");
        using var command = new SqliteCommand();
        ahead.JoinTo(command);
        Assert.Equal("SAVEPOINT a; SAVEPOINT b", command.CommandText);
    }

    [Fact]
    public void What_is_of_a_transaction_is_over_with_it_and_the_rest_stays()
    {
        var ahead = new StatementsAhead();
        ahead.Add("SET limits");
        ahead.Add("START TRANSACTION", ofTransaction: true);
        ahead.AddOfOneRow(new OwnStatement("UPDATE journal", []));
        ahead.ClearTransaction();
        Assert.False(ahead.Has("START TRANSACTION"));
        Assert.Equal(["SET limits", "UPDATE journal"], ahead.Waiting.Select(statement => statement.Sql));
        ahead.ClearRows();
        Assert.Equal(["SET limits"], ahead.Waiting.Select(statement => statement.Sql));
        Assert.True(ahead.Remove("SET limits"));
        Assert.False(ahead.Remove("SET limits"));
    }
}
