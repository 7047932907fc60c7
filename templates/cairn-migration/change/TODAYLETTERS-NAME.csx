// NAME
// Both directions in one: going down undoes these operations in reverse.

void Change(Db db)
{
    // db.Schema.AlterTable("orders", table => table.String("note"));
}
