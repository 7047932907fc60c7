using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Runs a command whose options were read.</summary>
internal delegate Task<CommandReport> CommandBody(CommandContext context, CancellationToken cancellationToken);

/// <summary>One verb of the command line.</summary>
internal interface ICommand
{
    /// <summary>Its name, then its aliases.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>One line for the help.</summary>
    string Description { get; }

    /// <summary>Whether it takes the settings' options.</summary>
    bool UsesSettings => true;

    /// <summary>Whether it can be run for all databases of a targets file: it means the same on each of them.</summary>
    bool TakesTargets => false;

    string Name => Names[0];

    /// <summary>Declares its own arguments and options, and says what to do with them.</summary>
    CommandBody Declare(CommandLineApplication app);
}
