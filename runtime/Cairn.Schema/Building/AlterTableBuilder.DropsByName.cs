using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

public sealed partial class AlterTableBuilder
{
    /// <summary>Drops the primary key of that name.</summary>
    /// <param name="name">The constraint's name.</param>
    public AlterTableBuilder DropPrimaryByName(string name) => Record(new DropPrimaryKey(Key(name)));

    /// <summary>Drops the primary key of that name; where there is none, nothing is done.</summary>
    /// <param name="name">The constraint's name.</param>
    public AlterTableBuilder DropPrimaryByNameIfExists(string name) => Record(new DropPrimaryKey(Key(name), IfExists: true));

    /// <summary>Drops the unique constraint of that name.</summary>
    /// <param name="name">The constraint's name.</param>
    public AlterTableBuilder DropUniqueByName(string name) => Record(new DropUnique(Key(name), []));

    /// <summary>Drops the unique constraint of that name; where there is none, nothing is done.</summary>
    /// <param name="name">The constraint's name.</param>
    public AlterTableBuilder DropUniqueByNameIfExists(string name) => Record(new DropUnique(Key(name), [], IfExists: true));

    /// <summary>Drops the index of that name.</summary>
    /// <param name="name">The index's name.</param>
    /// <param name="concurrently">Without blocking writers (PostgreSQL); the migration needs <c>[NoTransaction]</c>.</param>
    public AlterTableBuilder DropIndexByName(string name, bool concurrently = false) => Record(new DropIndex(Key(name)) { Concurrently = concurrently });

    /// <summary>Drops the index of that name; where there is none, nothing is done.</summary>
    /// <param name="name">The index's name.</param>
    /// <param name="concurrently">Without blocking writers (PostgreSQL); the migration needs <c>[NoTransaction]</c>.</param>
    public AlterTableBuilder DropIndexByNameIfExists(string name, bool concurrently = false) =>
        Record(new DropIndex(Key(name), IfExists: true) { Concurrently = concurrently });

    /// <summary>Drops the foreign key of that name.</summary>
    /// <param name="name">The constraint's name.</param>
    public AlterTableBuilder DropForeignByName(string name) => Record(new DropForeignKey(Key(name), []));

    /// <summary>Drops the foreign key of that name; where there is none, nothing is done.</summary>
    /// <param name="name">The constraint's name.</param>
    public AlterTableBuilder DropForeignByNameIfExists(string name) => Record(new DropForeignKey(Key(name), [], IfExists: true));

    /// <summary>Drops the check of that name.</summary>
    /// <param name="name">The constraint's name.</param>
    public AlterTableBuilder DropCheckByName(string name) => Record(new DropCheck(Key(name)));

    /// <summary>Drops the check of that name; where there is none, nothing is done.</summary>
    /// <param name="name">The constraint's name.</param>
    public AlterTableBuilder DropCheckByNameIfExists(string name) => Record(new DropCheck(Key(name), IfExists: true));

    private static string Key(string name) => Require.Name(name, "a key");
}
