using Cairn.Tool.CommandLines;

namespace Cairn.Tool.Commands.Runs;

/// <summary>The options of every command that changes the database: only say what would happen.</summary>
internal sealed class DryRunOptions
{
    private readonly CommandOption _dryRun;
    private readonly CommandOption _sql;

    public DryRunOptions(CommandLineApplication app)
    {
        _dryRun = app.Flag("--dry-run", "Only show what would be done, with the SQL; change nothing.");
        _sql = app.Flag("--sql", "With --dry-run: print only the SQL, for the database's own client.");
    }

    /// <exception cref="CairnException"><c>--sql</c> alone: it must not be taken for a dry run by one who then finds the database changed.</exception>
    public bool DryRun => _dryRun.HasValue() || (_sql.HasValue()
        ? throw OptionReading.Wrong("--sql goes with --dry-run.", "Say --dry-run --sql, or use migrate:plan --sql.")
        : false);

    public bool Sql => _sql.HasValue();
}
