// tracks has a trigger, an index on an expression, a check, and three tables that refer to it: all stay.
async Task Up(Db db) => await db.Schema.AlterTable("tracks", table => table.BigInteger("bytes").Alter());

async Task Down(Db db) => await db.Schema.AlterTable("tracks", table => table.Integer("bytes").Alter());
