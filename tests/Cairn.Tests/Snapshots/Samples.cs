using Cairn.Schema.Snapshots;
using Cairn.Schema.Snapshots.Forms;
using Cairn.Tool.Commands.Snapshots;

namespace Cairn.Tests.Snapshots;

/// <summary>Structures to write and read.</summary>
internal static class Samples
{
    public static SnapshotObject Column(string name, params Fact[] facts) =>
        new(ObjectKind.Column, name) { Facts = [new Fact(FactNames.Type, "bigint"), new Fact(FactNames.Nullable, "no"), .. facts] };

    public static SchemaSnapshot Of(params SnapshotObject[] objects) => new(Client.Postgres, objects) { ServerVersion = "16.4 (Debian)" };

    public static SchemaSnapshot Orders(string text) => Of(
        new SnapshotObject(ObjectKind.Table, "orders")
        {
            Facts = [new Fact(FactNames.Comment, text)],
            Children =
            [
                Column("id"),
                Column("note", new Fact(FactNames.Default, text)),
                new SnapshotObject(ObjectKind.PrimaryKey, "orders_pkey") { Facts = [new Fact(FactNames.Columns, ["id"])] },
                new SnapshotObject(ObjectKind.Check, "(total > 0)") { Facts = [new Fact(FactNames.Expression, "total > 0")] },
                new SnapshotObject(ObjectKind.Check, "(total > 0)") { Facts = [new Fact(FactNames.Expression, "total > 0")] },
            ],
        },
        new SnapshotObject(ObjectKind.Enum, "states") { Facts = [new Fact(FactNames.Values, [text, "b"])] },
        new SnapshotObject(ObjectKind.View, "v") { Facts = [new Fact(FactNames.Definition, text)] });

    public static SchemaSnapshot ReadYaml(string text, Client? expected = null) => YamlForm.Read(YamlNodes.Read(text, "schema.yaml"), "schema.yaml", expected);
}
