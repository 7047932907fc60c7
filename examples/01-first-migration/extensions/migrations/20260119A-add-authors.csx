using System.Threading;

class AddAuthors : Migration
{
    public override async Task UpAsync(CancellationToken cancellationToken)
    {
        await Schema.CreateTable("authors", table =>
        {
            table.Increments("id");
            table.String("name", 100).NotNull();
            table.Unique("name");
        });
        await Db.Query("authors").InsertAsync(new { name = "Unknown" }, cancellationToken: cancellationToken);

        await Schema.AlterTable("notes", table =>
        {
            table.Integer("author_id").References("authors", "id").OnDelete("SET NULL");
            table.Index("author_id");
        });
        await Db.Sql("update notes set author_id = (select id from authors where name = @name)", new { name = "Unknown" });
    }

    public override async Task DownAsync(CancellationToken cancellationToken)
    {
        await Schema.AlterTable("notes", table =>
        {
            table.DropForeign("author_id");
            table.DropIndex("author_id");
            table.DropColumn("author_id");
        });
        await Schema.DropTable("authors");
    }
}
