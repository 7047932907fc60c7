#load "lib/sql.csx"

async Task Up(Db db)
{
    await db.Schema.AlterTable("users", table =>
        table.String("full_name", 201).GeneratedAs($"trim({Joined(db, "first_name", "' '", "coalesce(last_name, '')")})", true));
}

async Task Down(Db db) => await db.Schema.AlterTable("users", table => table.DropColumn("full_name"));
