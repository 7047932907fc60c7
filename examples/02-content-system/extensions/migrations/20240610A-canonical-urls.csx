// Written in June, merged in September, after 20240820A had run everywhere: a late branch.
void Change(Db db)
{
    db.Schema.AlterTable("articles", table => table.String("canonical_url", 2000).Nullable());
}
