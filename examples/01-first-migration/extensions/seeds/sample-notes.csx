// A notebook to try things on: dotnet cairn seed:run. Running it again gives the same notes.

async Task Run(Db db)
{
    var ada = await db.Query("authors").Where("name", "Ada").Select("id").FirstOrDefaultAsync<int?>()
        ?? await db.Query("authors").InsertGetIdAsync<int>(new { name = "Ada" });
    await db.Query("notes").Where("author_id", ada).DeleteAsync();
    await db.BulkInsert("notes", Enumerable.Range(1, 20).Select(number => new { title = $"Sample {number}", body = "", author_id = ada }));
}
