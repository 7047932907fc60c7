using System.Security.Cryptography;
using System.Text;

// A leap day is a date like any other.
async Task Up(Db db)
{
    await db.Schema.AlterTable("files", table => table.Char("checksum", 64).Nullable());
    await db.Batch("files", 500, async rows =>
    {
        foreach (var row in rows)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(row.Get<string>("filename")!));
            await db.Query("files").Where("id", row["id"]).UpdateAsync(new { checksum = Convert.ToHexString(hash).ToLowerInvariant() });
        }
    });
}

async Task Down(Db db) => await db.Schema.AlterTable("files", table => table.DropColumn("checksum"));
