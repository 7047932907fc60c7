using SqlKata;
using SqlKata.Compilers;

namespace Cairn.Tests.SqlKataTests;

/// <summary>Compiles a case for a dialect.</summary>
public static class KataCompilation
{
    public static Compiler For(string dialect) => dialect switch
    {
        "sqlite" => new SqliteCompiler(),
        "postgres" => new PostgresCompiler(),
        _ => new MySqlCompiler(),
    };

    public static SqlResult Compile(KataCase item, string dialect)
    {
        var compiler = For(dialect);
        return KataExpressions.Build(item) switch
        {
            Query query => compiler.Compile(query),
            Query[] queries => compiler.Compile(queries),
            var other => throw new InvalidOperationException($"{item.Id} gives a {other.GetType()}."),
        };
    }

    /// <summary>The statement, or the exception's type.</summary>
    public static (KataStatement? Statement, Exception? Error) Try(KataCase item, string dialect)
    {
        try
        {
            return (KataBindings.Statement(Compile(item, dialect)), null);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return (null, error);
        }
    }
}
