void Change(Db db)
{
    db.Schema.RenameTable("operations", "flow_steps");
    db.Schema.AlterTable("flow_steps", table =>
    {
        table.RenameColumn("position_x", "x");
        table.RenameColumn("position_y", "y");
    });
}
