void Change(Db db)
{
    db.Schema.AlterTable("webhooks", table =>
    {
        table.String("secret", 64).Nullable();
        table.SmallInteger("retries").NotNull().Default(3);
    });
}
