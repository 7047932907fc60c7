using System.Text;
using Cairn.Schema.Operations;
using Cairn.Scripting.Templates.Operations;

namespace Cairn.Scripting.Templates;

/// <summary>A migration that is made of operations: what <c>migrate:make --from-schema</c> writes.</summary>
public static class DifferenceTemplate
{
    /// <summary>The text of the script.</summary>
    /// <param name="name">The migration's name in any words.</param>
    /// <param name="up">The operations of going up.</param>
    /// <param name="down">The operations of going down; null where there is no way back.</param>
    /// <param name="whyNoWayBack">The reason, where there is none.</param>
    /// <param name="notes">What the reader should know: lines of a comment.</param>
    public static string Render(string name, IReadOnlyList<SchemaOperation> up, IReadOnlyList<SchemaOperation>? down, string? whyNoWayBack, IEnumerable<string> notes)
    {
        var text = new StringBuilder();
        foreach (var line in notes.Prepend(name))
        {
            text.Append("// ").Append(line.ReplaceLineEndings(" ")).Append('\n');
        }

        text.Append('\n');
        if (down is null)
        {
            text.Append("[Irreversible(").Append(CSharpText.Of((whyNoWayBack ?? "there is no way back").ReplaceLineEndings(" "))).Append(")]\n");
        }

        Function(text, "Up", up);
        if (down is not null)
        {
            text.Append('\n');
            Function(text, "Down", down);
        }

        return text.ToString();
    }

    internal static void Function(StringBuilder text, string name, IReadOnlyList<SchemaOperation> operations, string? first = null)
    {
        text.Append("async Task ").Append(name).Append("(Db db)\n{\n").Append(first);
        if (operations.Count == 0)
        {
            text.Append("    await Task.CompletedTask;\n");
        }

        foreach (var operation in operations)
        {
            text.Append("    await ").Append(OperationText.Of(operation)).Append(";\n");
        }

        text.Append("}\n");
    }
}
