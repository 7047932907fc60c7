using Cairn.Schema.Building;

namespace Cairn.Tests.Schema.Golden;

public static partial class GoldenCases
{
    private static IEnumerable<GoldenCase> Drops =>
    [
        new("drop-column", schema => schema.AlterTable("posts", table => table.DropColumn("title"))) { Setup = PostsWithoutIndex },
        new("drop-column-with-check", schema => schema.AlterTable("posts", table => table.DropColumn("rating")))
        {
            Setup = schema => schema.CreateTable("posts", table =>
            {
                table.Increments();
                table.Integer("rating").CheckPositive();
            }),
        },
        new("drop-columns", schema => schema.AlterTable("posts", table => table.DropColumns("title", "body"))) { Setup = PostsWithoutIndex },
        new("drop-column-if-exists", schema => schema.AlterTable("posts", table =>
        {
            table.DropColumnIfExists("title");
            table.DropColumnsIfExist("nothing", "body");
        })) { Setup = PostsWithoutIndex },
        new("drop-timestamps", schema => schema.AlterTable("posts", table => table.DropTimestamps())) { Setup = Posts },
        new("drop-timestamps-if-exist", schema => schema.AlterTable("posts", table => table.DropTimestampsIfExist())) { Setup = Posts },
        new("drop-primary", schema => schema.AlterTable("posts", table => table.DropPrimary())) { Setup = Posts },
        new("drop-primary-if-exists", schema => schema.AlterTable("plain", table => table.DropPrimaryIfExists())) { Setup = schema => schema.CreateTable("plain", table => table.Integer("a")) },
        new("drop-primary-by-name", schema => schema.AlterTable("posts", table => table.DropPrimaryByName("posts_pkey"))) { Setup = Posts },
        new("drop-unique", schema => schema.AlterTable("posts", table => table.DropUnique("slug"))) { Setup = Posts },
        new("drop-unique-if-exists", schema => schema.AlterTable("posts", table =>
        {
            table.DropUniqueIfExists("slug");
            table.DropUniqueByNameIfExists("nothing");
        })) { Setup = Posts },
        new("drop-unique-by-name", schema => schema.AlterTable("posts", table => table.DropUniqueByName("posts_slug_unique"))) { Setup = Posts },
        new("drop-unique-index", schema => schema.AlterTable("orders", table => table.DropUniqueByName("one_note")))
        {
            Setup = schema => schema.CreateTable("orders", table =>
            {
                table.Increments();
                table.String("note", 40);
                table.Unique("note").Descending("note").Name("one_note");
            }),
        },
        new("drop-index", schema => schema.AlterTable("posts", table => table.DropIndex("author_id", "title"))) { Setup = Posts },
        new("drop-index-if-exists", schema => schema.AlterTable("posts", table =>
        {
            table.DropIndexIfExists("author_id", "title");
            table.DropIndexByNameIfExists("nothing");
        })) { Setup = Posts },
        new("drop-index-by-name", schema => schema.AlterTable("posts", table => table.DropIndexByName("posts_author_id_title_index"))) { Setup = Posts },
        new("drop-index-concurrently", schema => schema.AlterTable("posts", table => table.DropIndexByName("posts_author_id_title_index", concurrently: true))) { Setup = Posts, Clients = OnlyPostgres },
        new("drop-foreign", schema => schema.AlterTable("posts", table => table.DropForeign("author_id"))) { Setup = Posts },
        new("drop-foreign-and-column", schema => schema.AlterTable("invoices", table =>
        {
            table.DropForeign("customer_id");
            table.DropColumn("customer_id");
        }))
        {
            Setup = schema =>
            {
                Shop(schema);
                schema.CreateTable("invoices", table =>
                {
                    table.Increments();
                    table.Integer("customer_id").References("customers");
                });
            },
        },
        new("drop-foreign-if-exists", schema => schema.AlterTable("posts", table =>
        {
            table.DropForeignIfExists("author_id");
            table.DropForeignByNameIfExists("nothing");
        })) { Setup = Posts },
        new("drop-foreign-by-name", schema => schema.AlterTable("posts", table => table.DropForeignByName("posts_author_id_foreign"))) { Setup = Posts },
        new("drop-check", schema => schema.AlterTable("posts", table =>
        {
            table.DropCheck("rating");
            table.DropCheckByName("posts_sane");
        })) { Setup = Posts },
        new("drop-check-if-exists", schema => schema.AlterTable("posts", table =>
        {
            table.DropCheckIfExists("rating");
            table.DropCheckByNameIfExists("nothing");
        })) { Setup = Posts },
    ];

    private static void Posts(SchemaBuilder schema)
    {
        schema.CreateTable("authors", table => table.Increments());
        schema.CreateTable("posts", table =>
        {
            table.Integer("id").Primary();
            table.Integer("author_id").References("authors");
            table.String("slug", 80).Unique();
            table.String("title", 80);
            table.Text("body");
            table.Integer("rating").CheckPositive();
            table.Timestamps();
            table.Index("author_id", "title");
            table.Check("posts_sane", "rating < 6");
        });
    }

    /// <summary>A column that an index has together with others is refused on some databases, and that is not what these cases are about.</summary>
    private static void PostsWithoutIndex(SchemaBuilder schema)
    {
        Posts(schema);
        _ = schema.AlterTable("posts", table => table.DropIndex("author_id", "title"));
    }
}
