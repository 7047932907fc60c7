namespace Cairn.Benchmarks.Histories;

/// <summary>A migration as a user of Cairn writes it, of 31 lines.</summary>
internal static class CairnScript
{
    public static string Of(int number)
    {
        var table = History.Table(number);
        var foreign = number == 1 ? "" : $"""

                    table.Foreign("previous_id").References("{History.Table(number - 1)}", "id");
            """;
        return $$"""
            // What was ordered, part {{number}}; each part refers to the one before.
            async Task Up(Db db)
            {
                await db.Schema.CreateTable("{{table}}", table =>
                {
                    table.Increments("id");
                    table.Integer("previous_id").Nullable();
                    table.String("name", 100).NotNull();
                    table.String("email", 200).Nullable();
                    table.Decimal("total", 10, 2).NotNull().Default(0);
                    table.Integer("quantity").NotNull().Default(1);
                    table.Boolean("active").NotNull().Default(true);
                    table.Text("note").Nullable();
                    table.Index("name");{{foreign}}
                });

                foreach (var (name, total) in new[] { ("first", 10.50m), ("second", 20.00m), ("third", 30.25m) })
                {
                    await db.Query("{{table}}").InsertAsync(new
                    {
                        name,
                        email = $"{name}@example.com",
                        total,
                        quantity = 2,
                    });
                }
            }

            async Task Down(Db db) => await db.Schema.DropTable("{{table}}");

            """;
    }
}
