using Cairn.Runtime.Migrations;

namespace Cairn.Scripting.Bundles;

/// <summary>The migrations of a bundle.</summary>
/// <param name="content">The bundle.</param>
/// <param name="display">Its file, as the user would write it.</param>
internal sealed class BundleSource(BundleContent content, string display) : IMigrationSource
{
    /// <inheritdoc/>
    public SourceListing List(MigrationNaming naming) => naming.Name == content.Origin.Naming
        ? new SourceListing([.. content.Migrations.Select(migration => migration.Descriptor)], [])
        : throw new CairnException(ErrorCodes.BundleOfOther, $"The bundle {display} was made with the naming {content.Origin.Naming}, in force is {naming.Name}.")
        {
            File = display,
            Fix = $"Say --naming {content.Origin.Naming}, or make the bundle anew.",
        };
}
