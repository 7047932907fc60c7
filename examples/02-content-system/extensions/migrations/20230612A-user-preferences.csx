void Change(Db db)
{
    db.Schema.AlterTable("users", table => table.Jsonb("preferences").NotNull().Default("{}"));
}
