using System.Text;
using Cairn.Runtime.Squashes;
using Cairn.Schema.Dialects;
using Cairn.Scripting.Templates.Operations;

namespace Cairn.Scripting.Templates;

/// <summary>The one migration that stands for many: what <c>migrate:squash</c> writes.</summary>
public static class SquashTemplate
{
    private const int VersionsOfLine = 8;

    /// <summary>The text of the script.</summary>
    /// <param name="draft">What it is made of.</param>
    /// <example><code>var squasher = new Squasher(options, SquashTemplate.Render);</code></example>
    public static string Render(SquashDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var text = new StringBuilder();
        foreach (var note in draft.Notes)
        {
            text.Append("// ").Append(note.ReplaceLineEndings(" ")).Append('\n');
        }

        text.Append("\n[Replaces(");
        text.AppendJoin(",", draft.Range.Migrations.Chunk(VersionsOfLine).Select(some => "\n    " + CSharpText.List(some.Select(migration => migration.Version.Text)))).Append(")]\n");
        if (draft.Phase != Phase.Before)
        {
            text.Append("[Phase(Phase.").Append(draft.Phase).Append(")]\n");
        }

        if (draft.Down is null)
        {
            text.Append("[Irreversible(").Append(CSharpText.Of((draft.WhyNoWayBack ?? "there is no way back").ReplaceLineEndings(" "))).Append(")]\n");
        }

        DifferenceTemplate.Function(text, "Up", draft.Up, Guard(draft.Client));
        if (draft.Down is { } down)
        {
            text.Append('\n');
            DifferenceTemplate.Function(text, "Down", down, Guard(draft.Client));
        }

        return text.ToString();
    }

    // Its words are one database's: on another one half of them might even run.
    private static string Guard(Client client) => $$"""
            if (!db.Is(Client.{{client}}))
            {
                throw new InvalidOperationException($"This migration was squashed on {{Refusal.DisplayName(client)}}, and is for that alone: this is {db.Client}.");
            }


        """.ReplaceLineEndings("\n");
}
