static readonly Guid Flow = new("0a4bbd52-6a1c-4f0b-8a7e-1d3c5e7f9001");
static readonly Guid Ask = new("0a4bbd52-6a1c-4f0b-8a7e-1d3c5e7f9002");
static readonly Guid Mail = new("0a4bbd52-6a1c-4f0b-8a7e-1d3c5e7f9003");

async Task Up(Db db)
{
    await db.BulkInsert("flows", new[] { new { id = Flow, name = "Ask for a review", status = "active", options = "{\"trigger\":\"articles.update\"}" } });
    await db.Query("operations").InsertAsync(new { id = Mail, flow_id = Flow, key = "mail", kind = "mail", position_x = 20 });
    await db.Query("operations").InsertAsync(new { id = Ask, flow_id = Flow, key = "ask", kind = "condition", resolve_id = Mail });
}

// The operations go with their flow.
async Task Down(Db db) => await db.Query("flows").Where("id", Flow).DeleteAsync();
