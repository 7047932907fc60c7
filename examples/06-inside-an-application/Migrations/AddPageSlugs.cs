using Cairn;
using SqlKata.Execution;

namespace Cms.Migrations;

/// <summary>The slugs are made by the same service that makes them for new pages.</summary>
[MigrationVersion("20260403A", "Add Page Slugs")]
public sealed class AddPageSlugs(ISlugs slugs) : Migration
{
    public override async Task UpAsync(CancellationToken cancellationToken)
    {
        await Schema.AlterTable("pages", table => table.String("slug"));
        foreach (var page in await Db.Rows("select id, title from pages"))
        {
            await Db.Query("pages").Where("id", page["id"]).UpdateAsync(new { slug = slugs.Of((string)page["title"]!) }, cancellationToken: cancellationToken);
        }

        await Schema.AlterTable("pages", table =>
        {
            table.SetNotNull("slug");
            table.Unique("slug");
        });
    }

    public override async Task DownAsync(CancellationToken cancellationToken) => await Schema.AlterTable("pages", table =>
    {
        table.DropUnique("slug");
        table.DropColumn("slug");
    });
}
