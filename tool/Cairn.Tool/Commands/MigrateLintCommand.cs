using Cairn.Runtime.Linting;
using Cairn.Tool.Commands.Lints;

namespace Cairn.Tool.Commands;

/// <summary>Warns of what is dangerous on a live database.</summary>
internal sealed class MigrateLintCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:lint"];

    public string Description => "Reads what each pending (or named) migration would do and reports what is dangerous on a live database. Changes nothing.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var options = new LintOptions(app);
        return async (context, cancellationToken) =>
        {
            var format = options.Format(context);
            var (request, fail) = await options.ReadAsync(context, cancellationToken);
            var settings = MigratorFactory.Options(context.Settings, context.Observer, FolderUse.MustHaveMigrations);
            var report = await new Linter(settings).RunAsync(request, cancellationToken);
            return LintResult.Of(context, report, fail, format);
        };
    }
}
