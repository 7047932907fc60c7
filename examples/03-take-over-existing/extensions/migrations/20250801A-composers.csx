class Credit
{
    public int TrackId { get; set; }
    public string Composer { get; set; } = "";
}

// "Marta O'Neill; Jo Lee" in one column becomes one row each, in order.
async Task Up(Db db)
{
    await db.Schema.CreateTable("track_composers", table =>
    {
        table.Integer("track_id").NotNull().References("tracks", "track_id").OnDelete("CASCADE");
        table.SmallInteger("position").NotNull();
        table.String("name", 220).NotNull();
        table.Primary("track_id", "position");
    });
    var credits = await db.Rows<Credit>("select track_id as TrackId, composer as Composer from tracks where composer is not null");
    await db.BulkInsert("track_composers", credits.SelectMany(credit => credit.Composer
        .Split("; ")
        .Select((name, index) => new { track_id = credit.TrackId, position = index, name })));
    await db.Schema.AlterTable("tracks", table => table.DropColumn("composer"));
}

async Task Down(Db db)
{
    await db.Schema.AlterTable("tracks", table => table.String("composer", 220).Nullable());
    var credits = await db.Rows<Credit>("select track_id as TrackId, name as Composer from track_composers order by track_id, position");
    foreach (var track in credits.GroupBy(credit => credit.TrackId))
    {
        await db.Query("tracks").Where("track_id", track.Key).UpdateAsync(new { composer = string.Join("; ", track.Select(credit => credit.Composer)) });
    }

    await db.Schema.DropTable("track_composers");
}
