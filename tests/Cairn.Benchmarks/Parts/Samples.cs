using Cairn.Benchmarks.Histories;
using Cairn.Runtime.Migrations;

namespace Cairn.Benchmarks.Parts;

/// <summary>What several of the parts begin with.</summary>
internal static class Samples
{
    public static MigrationDescriptor Descriptor(int number) =>
        new(new MigrationVersion(History.CairnVersion(number)), "Create Orders", MigrationSourceKind.Custom, History.CairnName(number) + ".csx")
        {
            Format = ".csx",
            EmbeddedText = () => CairnScript.Of(number),
        };
}
