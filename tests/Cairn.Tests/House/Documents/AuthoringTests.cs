using System.Reflection;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Schema.Building;
using Cairn.Schema.Operations;
using Xunit;

namespace Cairn.Tests.House.Documents;

/// <summary><c>docs/authoring.md</c> lists what a script can use: all of it, and nothing else.</summary>
public sealed class AuthoringTests
{
    private static readonly Document Page = new("docs/authoring.md");

    public static TheoryData<Type> Types =>
    [
        typeof(Db), typeof(DbInspector), typeof(DbJson), typeof(DbProgress), typeof(DbRow), typeof(Migration),
        typeof(SchemaBuilder), typeof(SchemaStep), typeof(EnumBuilder), typeof(TableBuilder), typeof(AlterTableBuilder),
        typeof(ColumnBuilder), typeof(IndexBuilder), typeof(PrimaryKeyBuilder), typeof(ForeignKeyBuilder),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void Members(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Lists.AreTheSame(Page.Rows(type.Name).SelectMany(row => Document.Names(row[0])), Public(type), $"docs/authoring.md, {type.Name}");
    }

    [Fact]
    public void Attributes() => Lists.AreTheSame(
        Page.Rows("attributes").SelectMany(row => Document.Names(row[0])),
        typeof(Migration).Assembly.GetExportedTypes().Where(typeof(Attribute).IsAssignableFrom).Select(type => type.Name[..^"Attribute".Length]),
        "docs/authoring.md, attributes");

    [Fact]
    public void Namings() => Lists.AreTheSame(
        Page.Rows("namings").Select(row => Document.Codes(row[0])[0]),
        MigrationNamings.All.Select(naming => naming.Name),
        "docs/authoring.md, namings");

    [Fact]
    public void Examples_of_namings_are_read_as_they_say() => Found.Nothing(
        from row in Page.Rows("namings")
        let naming = MigrationNamings.Find(Document.Codes(row[0])[0])
        where naming is not null
        let result = naming.Read(Document.Codes(row[1])[0])
        where result.Version?.Text != Document.Codes(row[2])[0]
        select $"{naming.Name}: {row[1]} has the version {result.Version?.Text ?? result.Error}, not {row[2]}",
        "docs/authoring.md, namings:");

    [Fact]
    public void Every_kind_of_column_has_a_method() => Lists.AreTheSame(
        Page.Rows("kinds").SelectMany(row => Document.Names(row[0])).Except(["Increments", "BigIncrements", "Timestamps"]),
        Enum.GetNames<ColumnKind>(),
        "docs/authoring.md, kinds of column");

    private static IEnumerable<string> Public(Type type) => type
        .GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        .Where(member => member switch
        {
            MethodInfo { IsSpecialName: true } => false,
            MethodInfo method => method.IsPublic || method.IsFamily,
            PropertyInfo property => property.GetMethod is { } get && (get.IsPublic || get.IsFamily) && property.GetIndexParameters().Length == 0,
            _ => false,
        })
        .Select(member => member.Name)
        .Where(name => name is not (nameof(ToString) or nameof(Equals) or nameof(GetHashCode) or "GetAwaiter"));
}
