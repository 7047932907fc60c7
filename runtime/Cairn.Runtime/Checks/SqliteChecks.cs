using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Checks;

/// <summary>SQLite: the file and its folder.</summary>
internal sealed class SqliteChecks(RunConnection connection) : ServerChecks(connection)
{
    public override Version Oldest { get; } = new(3, 35);

    protected override string? ClockSql => null;

    public override Task<CheckResult> RightsAsync(CancellationToken cancellationToken) => Task.FromResult(Rights());

    private CheckResult Rights()
    {
        if (SqliteClient.FilePath(Connection.Target) is not { } path)
        {
            return CheckResult.Ok("rights", "the database is in memory");
        }

        var folder = Path.GetDirectoryName(path)!;
        try
        {
            // A file of its own, gone when it is closed: what the system says of a folder's mode is not all that counts.
            new FileStream(Path.Combine(folder, $".cairn-{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            if (!File.Exists(path))
            {
                return CheckResult.Ok("rights", "the file is not there yet; its folder can be written to");
            }

            new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
            return CheckResult.Ok("rights", "the file and its folder can be written to");
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return CheckResult.Fail("rights", $"the file or its folder cannot be written to: {error.Message}", "Give this account the right to write to both; SQLite needs the folder for its journal.");
        }
    }
}
