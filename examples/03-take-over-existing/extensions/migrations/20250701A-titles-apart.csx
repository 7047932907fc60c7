// Titles of employees are kept nowhere else: the ones there were come back with Down, from the table they are put aside in.
async Task Up(Db db)
{
    await db.Schema.CreateTable("employee_titles", table =>
    {
        table.Integer("employee_id").Primary().References("employees", "employee_id").OnDelete("CASCADE");
        table.String("title", 30).NotNull();
    });
    await db.Sql("insert into employee_titles (employee_id, title) select employee_id, title from employees where title is not null");
    await db.Schema.AlterTable("employees", table => table.DropColumn("title"));
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("employees", table => table.String("title", 30).Nullable());
    await db.Sql("update employees set title = (select t.title from employee_titles t where t.employee_id = employees.employee_id)");
    await db.Schema.DropTable("employee_titles");
}
