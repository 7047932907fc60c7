using Cairn.Runtime.BuiltIn;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Xunit;

namespace Cairn.Tests.Migrations;

public sealed class BuiltInListTests
{
    [Fact]
    public void The_list_says_what_the_classes_say_of_themselves()
    {
        var all = typeof(BuiltInMigrations).Assembly.GetTypes().Where(type => type.Namespace == typeof(BuiltInMigrations).Namespace);
        var declared = new AssemblySource(all, MigrationSourceKind.BuiltIn).List(MigrationNamings.Default).Migrations;

        Assert.Equal(declared.OrderBy(migration => migration.Version.Text), BuiltInMigrations.Source.List(MigrationNamings.Default).Migrations);
    }
}
