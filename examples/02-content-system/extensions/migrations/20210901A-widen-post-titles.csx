async Task Up(Db db) => await db.Schema.AlterTable("posts", table => table.String("title", 200).Alter());

async Task Down(Db db) => await db.Schema.AlterTable("posts", table => table.String("title", 100).Alter());
