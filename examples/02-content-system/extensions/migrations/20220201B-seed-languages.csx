async Task Up(Db db) => await db.BulkInsert("languages", new[]
{
    new { code = "en", name = "English", direction = "ltr" },
    new { code = "de", name = "Deutsch", direction = "ltr" },
    new { code = "ar", name = "العربية", direction = "rtl" },
});

async Task Down(Db db) => await db.Query("languages").WhereIn("code", new[] { "en", "de", "ar" }).DeleteAsync();
