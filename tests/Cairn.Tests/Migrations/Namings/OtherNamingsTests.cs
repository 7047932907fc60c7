using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Xunit;

namespace Cairn.Tests.Migrations.Namings;

public class OtherNamingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 10, 20, 59, TimeSpan.Zero);

    [Theory]
    [InlineData("directus", "20201028A-remove-keys.csx", "20201028A", "remove-keys")]
    [InlineData("directus", "v1.2_b-start.sql", "v1.2_b", "start")]
    [InlineData("directus", "20261399A-x.csx", "20261399A", "x")]
    [InlineData("knex", "20151009115505_create_users.csx", "20151009115505", "create_users")]
    [InlineData("knex", "20200101000061_hand_numbered.csx", "20200101000061", "hand_numbered")]
    [InlineData("strapi", "2022.05.10T00.00.00.name.csx", "2022.05.10T00.00.00", "name")]
    [InlineData("strapi", "2022.05.10T00.00.00.add.more-names.sql", "2022.05.10T00.00.00", "add.more-names")]
    [InlineData("medusa", "Migration20240429.csx", "20240429", "")]
    [InlineData("medusa", "Migration20240429101500.csx", "20240429101500", "")]
    [InlineData("medusa", "Migration20240429101500_add_notes.csx", "20240429101500", "add_notes")]
    public void Read_version_and_description(string naming, string file, string version, string description)
    {
        var result = Find(naming).Read(file);
        Assert.Equal((version, description, null), (result.Version?.Text, result.Description, result.Error));
    }

    [Theory]
    [InlineData("directus", "noversion.csx")]
    [InlineData("directus", "-x.csx")]
    [InlineData("directus", "a b-x.csx")]
    [InlineData("directus", "20201028A-.csx")]
    [InlineData("knex", "20260301A-x.csx")]
    [InlineData("knex", "2015100911550_x.csx")]
    [InlineData("knex", "201510091155055_x.csx")]
    [InlineData("knex", "20151009115505.csx")]
    [InlineData("knex", "20151009115505_.csx")]
    [InlineData("knex", "20151009115505-create.csx")]
    [InlineData("strapi", "2022.05.10.name.csx")]
    [InlineData("strapi", "2022.05.10T00.00.00.csx")]
    [InlineData("strapi", "2022-05-10T00.00.00.name.csx")]
    [InlineData("medusa", "Migration.csx")]
    [InlineData("medusa", "Migration2024.csx")]
    [InlineData("medusa", "migration20240429.csx")]
    [InlineData("medusa", "Migration20240429x.csx")]
    [InlineData("medusa", "20240429.csx")]
    public void Refuse_what_does_not_fit(string naming, string file)
    {
        var result = Find(naming).Read(file);
        Assert.Null(result.Version);
        Assert.Equal(ErrorCodes.FileNameInvalid, result.Code);
    }

    [Theory]
    [InlineData("cairn", "", "20260301A-add-orders-tenant-id.csx")]
    [InlineData("directus", "20260301B", "20260301C-add-orders-tenant-id.csx")]
    [InlineData("knex", "", "20260301102059_add_orders_tenant_id.csx")]
    [InlineData("knex", "20260301102059", "20260301102100_add_orders_tenant_id.csx")]
    [InlineData("strapi", "2026.03.01T10.20.59", "2026.03.01T10.21.00.add-orders-tenant-id.csx")]
    [InlineData("medusa", "", "Migration20260301102059_add_orders_tenant_id.csx")]
    public void Name_a_new_file_that_they_read_back(string name, string taken, string file)
    {
        var naming = Find(name);
        var version = naming.Next(Now, [new MigrationVersion(taken)]);
        Assert.Equal(file, naming.FileName(version, "Add orders: tenant id", ".csx"));
        Assert.Equal(version, naming.Read(file).Version?.Text);
    }

    [Theory]
    [InlineData("AddOrdersTenantId", "add-orders-tenant-id")]
    [InlineData("add-orders", "add-orders")]
    [InlineData("  Add  SQLView, v2! ", "add-sql-view-v2")]
    [InlineData("Größe ändern", "größe-ändern")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("a\"b'c", "a-b-c")]
    public void New_names_are_in_kebab_case(string name, string description) =>
        Assert.Equal($"20260301A-{description}.csx", MigrationNamings.Default.FileName("20260301A", name, ".csx"));

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    public void A_name_without_a_letter_is_refused(string name) => Assert.Equal(
        ErrorCodes.FileNameInvalid, Assert.Throws<CairnException>(() => MigrationNamings.Default.FileName("20260301A", name, ".csx")).Code);

    [Theory]
    [InlineData("knex", "20151009115505 20151009115506 20261101ZA")]
    [InlineData("directus", "1 10 2 20201028A 20201028aa 20201028B 20261101ZA 20261101ZB a_b aab v1")]
    [InlineData("strapi", "2022.05.10T00.00.00 2022.05.10T00.00.01 20261101ZA")]
    [InlineData("medusa", "20240429 20240429101500 20261101ZA")]
    public void Order_by_characters(string naming, string ordered)
    {
        var versions = ordered.Split(' ').Select(word => new MigrationVersion(word)).ToList();

        Assert.Equal(versions, versions.AsEnumerable().Reverse().Order(Find(naming).Order));
    }

    [Fact]
    public void Every_naming_calls_two_versions_equal_exactly_where_they_are()
    {
        string[] texts = ["20260301A", "20260301a", "20260301Ab", "20260301_", "k1", "K1", "\u212A1", "2026", "20261101ZA", "", "ß", "İ"];
        var versions = texts.Select(text => new MigrationVersion(text)).ToList();
        foreach (var naming in MigrationNamings.All)
        {
            foreach (var (x, y) in versions.SelectMany(x => versions.Select(y => (x, y))))
            {
                Assert.Equal(x == y, naming.Order.Compare(x, y) == 0);
                Assert.Equal(Math.Sign(naming.Order.Compare(x, y)), -Math.Sign(naming.Order.Compare(y, x)));
                Assert.All(versions, z => Assert.False(
                    naming.Order.Compare(x, y) < 0 && naming.Order.Compare(y, z) < 0 && naming.Order.Compare(x, z) >= 0, $"{x} {y} {z}"));
            }
        }
    }

    [Fact]
    public void Are_found_by_name()
    {
        Assert.Equal(["cairn", "directus", "knex", "strapi", "medusa"], MigrationNamings.All.Select(naming => naming.Name));
        Assert.IsType<KnexNaming>(MigrationNamings.Find("KNEX"));
        Assert.Null(MigrationNamings.Find("flyway"));
        Assert.All(MigrationNamings.All, naming => Assert.EndsWith(".csx", naming.Form, StringComparison.Ordinal));
    }

    private static MigrationNaming Find(string name) => MigrationNamings.Find(name)!;
}
