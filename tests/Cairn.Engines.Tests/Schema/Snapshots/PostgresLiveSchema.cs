using System.Globalization;
using Cairn.Engines.Tests.Servers;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Engines.Tests.Schema.Snapshots;

/// <summary>A database of PostgreSQL with the rich schema, and its snapshots.</summary>
internal sealed class PostgresLiveSchema : ICatalogueConnection, IAsyncDisposable
{
    private readonly LiveSchema _schema;

    private PostgresLiveSchema(LiveSchema schema) => _schema = schema;

    public int Queries { get; private set; }

    public static async Task<PostgresLiveSchema> OpenAsync(TestDatabase database, string sql = PostgresRichSchema.Sql)
    {
        var live = new PostgresLiveSchema(await LiveSchema.OpenAsync(database));
        await live.ExecuteAsync(sql);
        return live;
    }

    public Task ExecuteAsync(string sql) => _schema.ExecuteAsync(sql);

    public async Task<SchemaSnapshot> ReadAsync(params string[] leaveOut)
    {
        Queries = 0;
        return await _schema.Dialect.Snapshots.ReadAsync(
            this, new SnapshotScope { LeaveOut = leaveOut.ToHashSet(StringComparer.OrdinalIgnoreCase) }, TestContext.Current.CancellationToken);
    }

    public async Task<string> FingerprintAsync() => Fingerprint.Of(await ReadAsync());

    public async Task<string> ScalarAsync(string sql) => (await ReadAsync($"SELECT ({sql})::text AS value", [], TestContext.Current.CancellationToken))[0].Text("value")!;

    public async Task<int> MajorAsync() =>
        int.Parse(await ScalarAsync("current_setting('server_version_num')::integer / 10000"), CultureInfo.InvariantCulture);

    public ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        Queries++;
        return _schema.ReadAsync(sql, arguments, cancellationToken);
    }

    public ValueTask DisposeAsync() => _schema.DisposeAsync();
}
