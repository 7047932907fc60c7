using System.Text.Json;
using System.Xml.Linq;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Cairn.Scripting.Templates;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        var project = XDocument.Parse(files["extensions/Migrations.csproj"]);
        Assert.Contains(files.Keys, file => file == project.Descendants("Import").Single().Attribute("Project")!.Value[3..]);
        Assert.Equal(
            response.Where(line => line.StartsWith("/r:", StringComparison.Ordinal)).Select(line => line[4..^1]),
            XDocument.Parse(files[".cairn/editor.props"]).Descendants("Reference").Select(element => element.Attribute("Include")!.Value));
        Assert.Equal("'$(DesignTimeBuild)' == 'true'", project.Descendants("Compile").Single().Attribute("Condition")!.Value);
        using var omnisharp = JsonDocument.Parse(files["omnisharp.json"]);
        Assert.Contains(omnisharp.RootElement.GetProperty("script").GetProperty("rspFilePath").GetString()!, files.Keys);
        using var settings = JsonDocument.Parse(ProjectTemplates.Settings.Text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        Assert.Equal("sqlite:cairn.db", settings.RootElement.GetProperty("connection").GetString());
    }

    /// <summary>As OmniSharp reads it: what the response file says is all that an editor knows beside the framework.</summary>
    [Theory]
    [InlineData("functions")]
    [InlineData("class")]
    [InlineData("change")]
    public void The_response_file_gives_an_editor_all_types(string form)
    {
        var response = ProjectTemplates.EditorFiles(AppContext.BaseDirectory, "1.2.3").Single(file => file.Path == ".cairn/editor.rsp").Text;
        var line = CSharpCommandLineParser.Script.Parse(response.Split('\n', StringSplitOptions.RemoveEmptyEntries), folder.Path, sdkDirectory: null);
        Assert.Empty(line.Errors);
        const string Asked = "void Ask(Db db) => db.Schema.CreateTable(\"t\", table => table.Increments(\"id\"));\n";
        var tree = CSharpSyntaxTree.ParseText(MigrationTemplates.Render(form, "make things") + Asked, line.ParseOptions.WithKind(Microsoft.CodeAnalysis.SourceCodeKind.Script), cancellationToken: TestContext.Current.CancellationToken);
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal));
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "editor", tree, framework.Concat(line.MetadataReferences.Select(reference => reference.Reference)).Select(path => Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, usings: line.CompilationOptions.Usings));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var access = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MemberAccessExpressionSyntax>().Single(node => node.ToString() == "db.Schema");
        var model = compilation.GetSemanticModel(tree);
        var type = model.GetTypeInfo(access, TestContext.Current.CancellationToken).Type!;
        Assert.Contains("CreateTable", model.LookupSymbols(access.Span.End, type).Select(symbol => symbol.Name));
        Assert.Equal("Cairn.Schema", type.ContainingAssembly.Name);
    }
}
