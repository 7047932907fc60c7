namespace Cairn.Tests.Hosting;

/// <summary>A service of the application.</summary>
public interface INames
{
    string Table { get; }
}

/// <summary>Another one, which nobody registers.</summary>
public interface IAbsent;

public sealed class Names : INames
{
    public string Table => "named";
}

[MigrationVersion("20260401A", "Create Pages")]
public sealed class CreatePages : Migration
{
    public override void Up() => Schema.CreateTable("pages", table => table.Increments("id"));

    public override void Down() => Schema.DropTable("pages");
}

[MigrationVersion("20260401C", "Create Named")]
public sealed class CreateNamed(INames names, int size = 40) : Migration
{
    public override void Up() => Schema.CreateTable(names.Table, table => table.String("name", size));

    public override void Down() => Schema.DropTable(names.Table);
}

[MigrationVersion("20260401D", "Ask Db")]
public sealed class AskDb : Migration
{
    public override void Up() => Schema.CreateTable(Db.Service<INames>().Table + "_by_db", table => table.Increments("id"));

    public override void Down() => Schema.DropTable(((INames)Db.Services.GetService(typeof(INames))!).Table + "_by_db");
}

[MigrationVersion("20260401E", "Ask For Absent")]
public sealed class AskForAbsent(IAbsent absent) : Migration
{
    public override void Up() => Schema.CreateTable(absent.ToString()!, table => table.Increments("id"));
}

[MigrationVersion("20260401F", "Fail")]
public sealed class Fail : Migration
{
    public override void Up() => throw new InvalidOperationException("It does not go up.");
}

/// <summary>Older than others, and due after them.</summary>
[MigrationVersion("20260330A", "Fill Pages")]
[Phase(Phase.After)]
public sealed class FillPages : Migration
{
    public override void Up() => AddSql("insert into pages default values");

    public override void Down() => AddSql("delete from pages");
}
