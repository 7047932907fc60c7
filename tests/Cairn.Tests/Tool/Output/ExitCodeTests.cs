using System.Reflection;
using Cairn.Tool.Output;
using Xunit;

namespace Cairn.Tests.Tool.Output;

public sealed class ExitCodeTests
{
    public static IReadOnlyDictionary<string, string> Codes { get; } = typeof(ErrorCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!, StringComparer.Ordinal);

    [Fact]
    public void The_table_has_every_code_and_no_other() =>
        Assert.Equal(Codes.Values.Order(StringComparer.Ordinal), ExitCodes.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_code_is_given_twice() => Assert.Equal(Codes.Count, Codes.Values.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Only_documented_exit_codes_are_used() =>
        Assert.Subset(new HashSet<int> { 1, 2, 3, 4, 5, 70, 130 }, ExitCodes.All.Values.ToHashSet());

    [Theory]
    [InlineData(ErrorCodes.StatementFailed, 1)]
    [InlineData(ErrorCodes.TrackingTableUnreadable, 1)]
    [InlineData(ErrorCodes.CompileError, 2)]
    [InlineData(ErrorCodes.ConfirmationNeeded, 2)]
    [InlineData(ErrorCodes.Irreversible, 2)]
    [InlineData(ErrorCodes.DriverMissing, 2)]
    [InlineData(ErrorCodes.OutOfOrderRefused, 3)]
    [InlineData(ErrorCodes.MissingFile, 3)]
    [InlineData(ErrorCodes.ChangedFile, 3)]
    [InlineData(ErrorCodes.RenamedFile, 3)]
    [InlineData(ErrorCodes.PendingFound, 3)]
    [InlineData(ErrorCodes.LockTimeout, 4)]
    [InlineData(ErrorCodes.Unreachable, 5)]
    [InlineData(ErrorCodes.LoginRefused, 5)]
    [InlineData(ErrorCodes.DatabaseMissing, 5)]
    [InlineData(ErrorCodes.Defect, 70)]
    [InlineData(ErrorCodes.Cancelled, 130)]
    public void The_contract(string code, int exit) => Assert.Equal(exit, ExitCodes.Of(new CairnException(code, "x")));

    [Fact]
    public void No_error_is_done() => Assert.Equal(0, ExitCodes.Of(null));
}
