using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SqlKata;
using SqlKata.Execution;

namespace Cairn.Tests.SqlKataTests;

/// <summary>
/// Compiles the expressions of all cases as one class, so that they are held against whichever SqlKata
/// was built.
/// </summary>
public static class KataExpressions
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using SqlKata;
        using SqlKata.Execution;
        using SqlKata.Extensions;

        public class UserRow { public long Id { get; set; } public string Name { get; set; } }
        public class KeyedUser { [Key("id")] public int Id { get; set; } [Column("name")] public string Name { get; set; } }

        public static class Cases
        {
            private static readonly DateTime dt = new DateTime(2024, 1, 2, 3, 4, 5);
            private static readonly Guid g = Guid.Parse("3f2504e0-4f89-11d3-9a0c-0305e82c3301");

        """;

    private static readonly Lazy<Type> Compiled = new(Compile);

    /// <summary>Whether what was built is ours and not the real library.</summary>
    public static bool IsOurs { get; } = typeof(Query).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Any(attribute => attribute is { Key: "SqlKataImplementation", Value: "Cairn" });

    /// <summary>The query, or the queries, that a case describes.</summary>
    public static object Build(KataCase item) => Method(item).CreateDelegate<Func<object>>()();

    /// <summary>What a case of execution gives; a task's result when it is one.</summary>
    public static async Task<object?> RunAsync(KataCase item, QueryFactory factory)
    {
        var result = Method(item).CreateDelegate<Func<QueryFactory, object?>>()(factory);
        if (result is Task task)
        {
            await task;
            return ((dynamic)task).Result;
        }

        return result;
    }

    private static MethodInfo Method(KataCase item) =>
        Compiled.Value.GetMethod(Name(item)) ?? throw new InvalidOperationException($"The case {item.Id} was not compiled.");

    private static string Name(KataCase item) => "Case_" + item.Id.Replace('-', '_');

    private static Type Compile()
    {
        var source = new StringBuilder(Head);
        foreach (var item in KataCase.All)
        {
            source.AppendLine(item switch
            {
                { Execution: true } => $"public static object {Name(item)}(QueryFactory db) => ((Func<QueryFactory, object>)({item.Expression}))(db);",
                _ when item.Expression.StartsWith("()", StringComparison.Ordinal) => $"public static object {Name(item)}() => ((Func<object>)({item.Expression}))();",
                _ => $"public static object {Name(item)}() => {item.Expression};",
            });
        }

        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "KataCases",
            [CSharpSyntaxTree.ParseText(source.AppendLine("}").ToString())],
            [.. assemblies.Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        return emitted.Success
            ? Assembly.Load(image.ToArray()).GetType("Cases")!
            : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error)));
    }
}
