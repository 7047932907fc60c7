static readonly Guid Logo = new("6f2b8c1e-0d3f-4a53-9f0e-2f6c2d9f1a01");
static readonly Guid Report = new("6f2b8c1e-0d3f-4a53-9f0e-2f6c2d9f1a02");

async Task Up(Db db)
{
    var root = await db.Query("folders").InsertGetIdAsync<int>(new { name = "Library" });
    var images = await db.Query("folders").InsertGetIdAsync<int>(new { name = "Images", parent_id = root });
    await db.BulkInsert("files", new[]
    {
        new { id = Logo, filename = "logo.svg", mime = "image/svg+xml", size = 4711, uploaded_on = new DateOnly(2021, 4, 1), folder_id = images },
        new { id = Report, filename = "report 2020.pdf", mime = "application/pdf", size = 1_048_576, uploaded_on = new DateOnly(2021, 4, 2), folder_id = root },
    });
}

async Task Down(Db db)
{
    await db.Query("files").WhereIn("id", new[] { Logo, Report }).DeleteAsync();
    // The folders within go with it.
    await db.Query("folders").Where("name", "Library").WhereNull("parent_id").DeleteAsync();
}
