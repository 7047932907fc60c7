// A video of four gigabytes does not fit 32 bits. The check on the size stays as it is.
async Task Up(Db db) => await db.Schema.AlterTable("files", table => table.BigInteger("size").Alter());

async Task Down(Db db) => await db.Schema.AlterTable("files", table => table.Integer("size").Alter());
