using Cairn.Schema;
using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;
using Xunit;

namespace Cairn.Tests.House.Documents;

/// <summary>The table of types in <c>docs/databases.md</c> is what the dialects write.</summary>
public sealed class TypeTableTests
{
    private static readonly Document Page = new("docs/databases.md");

    private static readonly IReadOnlyList<Dialect> Dialects =
    [
        .. typeof(Dialect).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Dialect)) && !type.IsAbstract)
            .Select(type => (Dialect)Activator.CreateInstance(type)!)
            .OrderBy(dialect => dialect.Client),
    ];

    [Fact]
    public void It_has_every_database() => Lists.AreTheSame(
        Page.Head("types").Skip(1), Dialects.Select(dialect => Refusal.DisplayName(dialect.Client)), "docs/databases.md, types");

    [Fact]
    public void It_has_every_kind() => Lists.AreTheSame(
        Page.Rows("types").Select(row => Document.Names(row[0]).First()), Enum.GetNames<ColumnKind>(), "docs/databases.md, types");

    [Fact]
    public async Task It_says_what_the_dialects_write()
    {
        var wrong = new List<string>();
        var head = Page.Head("types");
        foreach (var row in Page.Rows("types"))
        {
            var type = TypeOf(Enum.Parse<ColumnKind>(Document.Names(row[0]).First()));
            foreach (var dialect in Dialects)
            {
                var written = await WriteAsync(dialect, type);
                var column = Array.IndexOf(head, Refusal.DisplayName(dialect.Client));
                var said = column >= 0 && column < row.Length ? row[column] : "";
                var documented = Document.Codes(said) is [var only] ? only : said;
                if (documented != written)
                {
                    wrong.Add($"{type.Kind} on {Refusal.DisplayName(dialect.Client)} is \"{written}\", not \"{documented}\"");
                }
            }
        }

        Found.Nothing(wrong, "docs/databases.md, types:");
    }

    /// <summary>A column of the kind as the page's first column writes it.</summary>
    private static ColumnType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Decimal => new ColumnType(kind) { Precision = 10, Scale = 2 },
        ColumnKind.Char => new ColumnType(kind) { Length = 2 },
        ColumnKind.String => new ColumnType(kind) { Length = 255 },
        ColumnKind.Specific => new ColumnType(kind) { Native = "inet" },
        ColumnKind.Enum => new ColumnType(kind) { Values = ["a", "b"] },
        _ => new ColumnType(kind),
    };

    /// <summary>What stands after the column's name in CREATE TABLE, or "refused".</summary>
    private static async Task<string> WriteAsync(Dialect dialect, ColumnType type)
    {
        var table = new TableDefinition(new TableName("t")) { Columns = [new ColumnDefinition("c", type)] };
        try
        {
            var rendered = await dialect.RenderAsync(new CreateTable(table), new Cairn.Tests.Schema.Golden.MemoryCatalogue(), TestContext.Current.CancellationToken);
            var text = string.Join(' ', rendered.Statements[0].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var start = text.IndexOf(dialect.Quote("c"), StringComparison.Ordinal) + dialect.Quote("c").Length;
            return text[start..text.LastIndexOf(')')].Trim();
        }
        catch (CairnException refused) when (refused.Code == ErrorCodes.OperationUnsupported)
        {
            return "refused";
        }
    }
}
