void Change(Db db)
{
    db.Schema.RenameTable("post_tags", "article_tags");
    db.Schema.AlterTable("article_tags", table => table.RenameColumn("post_id", "article_id"));
}
