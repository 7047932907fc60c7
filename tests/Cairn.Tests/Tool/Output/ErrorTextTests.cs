using Cairn.Tool.CommandLines;
using Cairn.Tool.Output;
using Xunit;

namespace Cairn.Tests.Tool.Output;

public sealed class ErrorTextTests
{
    private static string Text(CairnException error, GlobalFlags? flags = null) =>
        PrintedReport.Of(_ => new CommandReport("x") { Error = error }, flags).Errors;

    [Theory]
    [InlineData("CS1002: ; expected")]
    [InlineData("error CS1002: ; expected")]
    public void Compile_errors_have_the_compilers_own_form(string message)
    {
        var error = new CairnException(ErrorCodes.CompileError, message)
        {
            File = "a/20260301A-x.csx",
            Line = 12,
            Column = 5,
            Fix = "Mend it.",
            Others = [new CairnException(ErrorCodes.CompileError, "CS0103: no 'y'") { File = "a/20260301B-y.csx", Line = 1, Column = 2, Fix = "Mend it." }],
        };
        Assert.Equal("""
            a/20260301A-x.csx(12,5): error CS1002: ; expected
            a/20260301B-y.csx(1,2): error CS0103: no 'y'
              fix: Mend it.
              code: CAIRN2001

            """.ReplaceLineEndings("\n"), Text(error));
    }

    [Fact]
    public void What_the_compiler_did_not_number_keeps_our_code() =>
        Assert.StartsWith("error CAIRN2001: CSS: not a number\n", Text(new CairnException(ErrorCodes.CompileError, "CSS: not a number")), StringComparison.Ordinal);

    [Fact]
    public void More_lines_are_indented() =>
        Assert.Equal("error CAIRN3001: one\n  two\n", Text(new CairnException(ErrorCodes.StatementFailed, "one\r\ntwo\n")));

    [Fact]
    public void A_stack_trace_only_with_verbose()
    {
        Exception inner;
        try
        {
            throw new InvalidOperationException("inside");
        }
        catch (InvalidOperationException thrown)
        {
            inner = thrown;
        }

        var error = new CairnException(ErrorCodes.ScriptThrew, "x", inner);
        Assert.DoesNotContain("   at ", Text(error), StringComparison.Ordinal);
        Assert.Contains("   at ", Text(error, new GlobalFlags { Verbose = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drivers_message_loses_its_password() =>
        Assert.DoesNotContain("pw", Text(new CairnException(ErrorCodes.Unreachable, "Host=a;Password=pw") { Fix = "postgres://joe:pw@a/b" }), StringComparison.Ordinal);

    [Fact]
    public void A_defect_asks_for_a_report_with_the_stack_trace_in_a_file()
    {
        using var tool = new Calls.CalledTool();
        var error = CrashReport.Write(new InvalidOperationException("Password=pw;"), tool.Host("migrate:latest", "--connection=x"));
        var path = error.Fix!.Split(' ').Single(word => word.Contains("cairn-crash", StringComparison.Ordinal)).TrimEnd('.');
        try
        {
            var text = File.ReadAllText(path);
            Assert.Contains("InvalidOperationException", text, StringComparison.Ordinal);
            Assert.Contains("command: migrate:latest", text, StringComparison.Ordinal);
            Assert.DoesNotContain("pw", text, StringComparison.Ordinal);
            Assert.Equal(70, ExitCodes.Of(error));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
