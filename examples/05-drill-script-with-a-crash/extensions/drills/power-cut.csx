// The machine is switched off while balances become cents. Is every cent still there, and only once?
async Task Run(Drill drill)
{
    await drill.UpTo("20260105A");
    await drill.Db.Query("accounts").InsertAsync(new { owner = "Ada", balance = 12.34m });
    var before = await drill.Fingerprint();

    await drill.Crash(during: "20260309A");
    await drill.Latest();

    await drill.Expect("select cents from accounts where owner = 'Ada'", 1234);
    await drill.ExpectRows("accounts", 3);
    await drill.ExpectRows("movements", 3);
    await drill.Expect("select sum(cents) from movements", 11239);

    await drill.Down("20260309A");
    await drill.ExpectSchema(before);
    await drill.Expect("select balance from accounts where owner = 'Edsger'", 0.05m);
}
