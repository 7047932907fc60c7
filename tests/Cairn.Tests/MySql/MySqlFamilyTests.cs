using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.History.Locks;
using Xunit;

namespace Cairn.Tests.MySql;

/// <summary>What MySQL's and MariaDB's clients decide without a server.</summary>
public sealed class MySqlFamilyTests
{
    [Theory]
    [InlineData("10.11.19-MariaDB-0+deb12u1", "10.11.19")]
    [InlineData("5.5.5-10.6.8-MariaDB-log", "10.6.8")]
    [InlineData("5.5.5-m3", "5.5.5")]
    [InlineData("9.7.0", "9.7.0")]
    [InlineData("8.0.36-0ubuntu0.22.04.1", "8.0.36")]
    [InlineData("8", "8.0")]
    [InlineData("", "0.0")]
    public void A_version_is_read_out_of_what_the_server_says(string text, string version) =>
        Assert.Equal(Version.Parse(version), MySqlFlavour.ParseVersion(text));

    [Theory]
    [InlineData(1045, DatabaseFailure.LoginRefused)]
    [InlineData(1049, DatabaseFailure.DatabaseMissing)]
    [InlineData(1042, DatabaseFailure.Unreachable)]
    [InlineData(2013, DatabaseFailure.ConnectionLost)]
    [InlineData(1205, DatabaseFailure.LockTimeout)]
    [InlineData(1213, DatabaseFailure.Deadlock)]
    [InlineData(1146, DatabaseFailure.ObjectMissing)]
    [InlineData(1142, DatabaseFailure.PermissionDenied)]
    [InlineData(1290, DatabaseFailure.ReadOnly)]
    [InlineData(1969, DatabaseFailure.StatementTimeout)]
    [InlineData(1317, DatabaseFailure.Cancelled)]
    [InlineData(1064, DatabaseFailure.Other)]
    public void An_error_is_known_by_its_number_however_deep_it_lies(int number, DatabaseFailure failure)
    {
        Assert.Equal(failure, MySqlErrors.Classify(new NumberedException(number, inner: null)));
        Assert.Equal(failure, MySqlErrors.Classify(new NumberedException(0, new NumberedException(number, inner: null))));
    }

    [Fact]
    public void An_error_without_a_number_is_a_lost_connection_only_where_the_network_failed()
    {
        Assert.Equal(DatabaseFailure.ConnectionLost, MySqlErrors.Classify(new NumberedException(0, new EndOfStreamException())));
        Assert.Equal(DatabaseFailure.Unreachable, MySqlErrors.Classify(new NumberedException(0, new System.Net.Sockets.SocketException(111))));
        Assert.Equal(DatabaseFailure.Other, MySqlErrors.Classify(new NumberedException(0, new FormatException("a parameter is missing"))));
    }

    [Fact]
    public void The_name_of_the_lock_has_database_and_table_and_is_never_too_long()
    {
        Assert.Equal("cairn:shop.cairn_migrations", MySqlNamedLock.NameOf("Shop", "cairn_migrations"));
        Assert.Equal(MySqlNamedLock.NameOf("one", "other.versions"), MySqlNamedLock.NameOf("two", "other.versions"));
        var (one, two) = (MySqlNamedLock.NameOf(new string('x', 64), "a"), MySqlNamedLock.NameOf(new string('x', 64), "b"));
        Assert.NotEqual(one, two);
        Assert.All([one, two], name => Assert.InRange(name.Length, 1, 64));
    }

    [Fact]
    public void What_every_connection_needs_is_added_and_the_rest_is_the_users()
    {
        var target = new DatabaseTarget(Client.MariaDb, new Secret("Server=h;SSL Mode=Required;Pooling=true"), "mariadb://h", "shop");
        var text = DatabaseClients.For(Client.MariaDb).ConnectionString(target, readOnly: false);
        var builder = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = text };
        Assert.Equal("h", builder["Server"]);
        Assert.Equal("Required", builder["SSL Mode"]);
        Assert.Equal("False", builder["Pooling"]);
        Assert.Equal("True", builder["Allow User Variables"]);
    }

    private sealed class NumberedException(int number, Exception? inner) : Exception("", inner)
    {
        public int Number => number;
    }
}
