// A customer's migration: a script beside the application, compiled when it is due, with the application's services at hand.
using Cms;

async Task Up(Db db)
{
    await db.Query("pages").InsertAsync(new { title = "Opening Hours", slug = db.Service<ISlugs>().Of("Opening Hours") });
    db.Log("The page with the opening hours is there.");
}

async Task Down(Db db) => await db.Query("pages").Where("title", "Opening Hours").DeleteAsync();
