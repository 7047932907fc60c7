using System.Text.Json;
using System.Xml.Linq;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Cairn.Scripting.Templates;
using Xunit;

namespace Cairn.Tests.Scripting;

public sealed class TemplateTests : IDisposable
{
    private readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("add-orders-tenant-id")]
    [InlineData("42")]
    [InlineData("down")]
    [InlineData("migration")]
    [InlineData("größe & \"maß\"\n*/ class")]
    [InlineData("-")]
    public async Task Every_template_is_a_migration_as_it_is(string name)
    {
        foreach (var kind in MigrationTemplates.Kinds)
        {
            var file = folder.Write("20260301A-x" + MigrationTemplates.Ending(kind), MigrationTemplates.Render(kind, name));
            var result = kind == "sql"
                ? await new SqlFormat(_ => Client.Sqlite).LoadAsync([file], default)
                : await ScriptFolder.LoadAsync(file);
            Assert.Empty(result.Errors.Select(error => error.Message));
            var migration = Assert.Single(result.Migrations);
            Assert.Equal(kind == "change", migration.IsChange);
            await migration.Up(null!, default);
        }
    }

    [Theory]
    [InlineData("add-orders_tenant id", "AddOrdersTenantId")]
    [InlineData("2fa", "Migration2fa")]
    [InlineData("", "NewMigration")]
    [InlineData("up", "UpMigration")]
    public void Class_names_come_from_words(string name, string expected) => Assert.Equal(expected, MigrationTemplates.ClassName(name));

    [Fact]
    public void An_unknown_template_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => MigrationTemplates.Render("nothing", "x"));

    [Fact]
    public async Task The_example_compiles()
    {
        var migration = await folder.LoadOneAsync(MigrationTemplates.Example);
        Assert.NotNull(migration.Down);
    }

    [Fact]
    public void Editors_get_the_same_imports_as_the_compiler()
    {
        var files = ProjectTemplates.EditorFiles(AppContext.BaseDirectory, "1.2.3").ToDictionary(file => file.Path, file => file.Text);
        var response = files[".cairn/editor.rsp"].Split('\n');
        Assert.Equal(ScriptImports.Names, response.Where(line => line.StartsWith("/u:", StringComparison.Ordinal)).Select(line => line[3..]));
        Assert.Contains(response, line => line.EndsWith("Cairn.Runtime.dll\"", StringComparison.Ordinal));
        Assert.Equal(ScriptImports.Names, XDocument.Parse(files["extensions/Migrations.csproj"]).Descendants("Using").Select(element => element.Attribute("Include")!.Value));
        using var omnisharp = JsonDocument.Parse(files["omnisharp.json"]);
        Assert.Contains(omnisharp.RootElement.GetProperty("script").GetProperty("rspFilePath").GetString()!, files.Keys);
        using var settings = JsonDocument.Parse(ProjectTemplates.Settings.Text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        Assert.Equal("sqlite:cairn.db", settings.RootElement.GetProperty("connection").GetString());
    }
}
