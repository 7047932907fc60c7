using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Scripting.Bundles;
using Cairn.Scripting.Formats;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Cairn.Tests.Scripting;

/// <summary>A bundle says of every migration what its file would say, and is refused where it is not as it was written.</summary>
public sealed class BundleTests : IDisposable
{
    private const string Down = "\nvoid Down(Db db)\n{\n    throw new Exception();\n}";

    private readonly ScriptFolder folder = new();

    private static MigrationNaming Naming => MigrationNamings.Default;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_has_what_the_files_have_and_needs_none_of_them()
    {
        var scripts = Scripts(folder);
        var before = await Task.WhenAll(scripts.Select(script => Format(script).ReadAsync(script, default).AsTask()));
        var file = await WriteAsync(scripts);
        foreach (var path in Directory.GetFiles(folder.Path, "2026*").Concat(Directory.GetDirectories(folder.Path)))
        {
            Directory.Move(path, path + ".gone");
        }

        var bundle = MigrationBundle.Open(file, "a.bundle", "1.0");
        var listed = bundle.Source.List(Naming).Migrations;
        Assert.Equal(scripts.Select(script => (script.Version, script.Name, script.Path, script.Format)), listed.Select(script => (script.Version, script.Name, script.Path, script.Format)));
        Assert.Equal(before, await Task.WhenAll(listed.Select(script => FormatOf(bundle, script).ReadAsync(script, default).AsTask())));

        var loaded = await bundle.Scripts(new NoFormat()).LoadAsync([.. listed.Where(script => script.Format == ".csx")], default);
        Assert.Empty(loaded.Errors);
        Assert.Equal([before[0], before[1], before[2], before[4]], loaded.Migrations.Select(migration => migration.Source));
        foreach (var (migration, seen) in loaded.Migrations.Zip([42, 3, 5]))
        {
            await migration.Up(null!, default);
            Assert.Equal(seen, folder.Seen);
        }

        Assert.Equal(["tagged"], loaded.Migrations[2].UpOptions.Tags);
        var sql = Assert.Single((await new SqlFormat().LoadAsync([listed[3]], default)).Migrations);
        Assert.Equal(before[3], sql.Source);
        Assert.True(sql.UpOptions.NoTransaction);
    }

    [Fact]
    public async Task Errors_name_the_file_and_the_line_also_in_a_loaded_one()
    {
        var file = await WriteAsync(Scripts(folder));
        var bundle = MigrationBundle.Open(file, "a.bundle", "1.0");
        var listed = bundle.Source.List(Naming).Migrations;
        var loaded = (await bundle.Scripts(new NoFormat()).LoadAsync([listed[1], listed[2]], default)).Migrations;
        foreach (var migration in loaded)
        {
            var thrown = await Assert.ThrowsAsync<Exception>(() => migration.Down!(null!, default));
            Assert.Equal(migration.Descriptor.Path, migration.Locate!(thrown)!.File);
            Assert.DoesNotContain(folder.Path, thrown.ToString(), StringComparison.Ordinal);
        }

        var deep = await bundle.Scripts(new NoFormat()).LoadAsync([listed[4]], default);
        var inside = await Assert.ThrowsAsync<Exception>(() => Assert.Single(deep.Migrations).Up(null!, default));
        Assert.Equal(new ScriptPosition("migrations/lib/fail.csx", 3), deep.Migrations[0].Locate!(inside));
    }

    [Fact]
    public async Task The_same_migrations_make_the_same_bytes_in_every_folder()
    {
        using var other = new ScriptFolder();
        var here = await BundleMaker.MakeAsync(Plain(folder), Naming, "1.0", null, default);
        Assert.Equal(here, await BundleMaker.MakeAsync(Plain(other), Naming, "1.0", null, default));
        Assert.NotEqual(here, await BundleMaker.MakeAsync(Plain(other), Naming, "1.1", null, default));
    }

    [Fact]
    public async Task Every_changed_or_missing_byte_is_found_out()
    {
        var file = await WriteAsync(Plain(folder));
        var bytes = await File.ReadAllBytesAsync(file);
        for (var i = 0; i < bytes.Length; i += i < 600 ? 1 : 97)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 1;
            Refused(changed);
            Refused(bytes[..i]);
        }

        Refused([.. bytes, 0]);
        Refused([]);
        Assert.NotNull(MigrationBundle.Open(file, "a.bundle", "1.0"));
        Assert.Equal(ErrorCodes.BundleInvalid, Assert.Throws<CairnException>(() => MigrationBundle.Open(file + ".none", "a.bundle", "1.0")).Code);

        void Refused(byte[] content)
        {
            File.WriteAllBytes(folder.File("bad"), content);
            var error = Assert.Throws<CairnException>(() => MigrationBundle.Open(folder.File("bad"), "a.bundle", "1.0"));
            Assert.Equal((ErrorCodes.BundleInvalid, "a.bundle"), (error.Code, error.File));
        }
    }

    [Fact]
    public async Task One_of_another_version_framework_or_naming_is_refused()
    {
        var file = await WriteAsync(Plain(folder));
        var tool = Assert.Throws<CairnException>(() => MigrationBundle.Open(file, "a.bundle", "1.1"));
        Assert.Equal(ErrorCodes.BundleOfOther, tool.Code);
        Assert.Contains("Cairn 1.0, this is Cairn 1.1", tool.Message, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(file, BundleForm.Write(new BundleContent(new BundleOrigin("1.0", 9, Naming.Name), [], [], [])));
        var framework = Assert.Throws<CairnException>(() => MigrationBundle.Open(file, "a.bundle", "1.0"));
        Assert.Equal(ErrorCodes.BundleOfOther, framework.Code);
        Assert.Contains(".NET 9", framework.Message, StringComparison.Ordinal);

        file = await WriteAsync(Plain(folder));
        var naming = Assert.Throws<CairnException>(() => MigrationBundle.Open(file, "a.bundle", "1.0").Source.List(MigrationNamings.Find("knex")!));
        Assert.Equal(ErrorCodes.BundleOfOther, naming.Code);
    }

    [Fact]
    public async Task All_errors_are_told_and_nothing_is_made()
    {
        var broken = folder.Write("20260301A-broken.csx", "void Up(Db db) => Missing();\nvoid Down(Db db) { }");
        var wrong = folder.Write("20260301B-wrong.sql", "select 1;");
        var lost = folder.Write("20260301C-lost.csx", "#load \"gone.csx\"\nvoid Up(Db db) { }\nvoid Down(Db db) { }");
        var error = await Assert.ThrowsAsync<CairnException>(() => BundleMaker.MakeAsync([broken, wrong, lost], Naming, "1.0", null, default));
        Assert.Equal([ErrorCodes.CompileError, ErrorCodes.SqlSectionInvalid, ErrorCodes.LoadMissing], error.Others.Prepend(error).Select(one => one.Code));
        Assert.Equal(("migrations/20260301A-broken.csx", 1, 19), (error.File, error.Line, error.Column));
    }

    [Fact]
    public async Task A_script_that_comes_with_a_text_of_its_own_is_left_to_the_compiler()
    {
        var bundle = MigrationBundle.Open(await WriteAsync(Plain(folder)), "a.bundle", "1.0");
        var old = bundle.Source.List(Naming).Migrations[0] with { EmbeddedText = () => "void Up(Db db) { }\nvoid Down(Db db) { } // as it was" };
        var loaded = await bundle.Scripts(ScriptFolder.Csx()).LoadAsync([old], default);
        Assert.EndsWith("as it was", Assert.Single(loaded.Migrations).Source.Text, StringComparison.Ordinal);
    }

    private static MigrationDescriptor[] Plain(ScriptFolder folder)
    {
        folder.Write("lib/h.csx", "int H() => 1;");
        return
        [
            folder.Write("20260301A-one.csx", "void Up(Db db) { }" + Down),
            folder.Write("20260301B-two.csx", "#load \"lib/h.csx\"\nvar two = 2;\nvoid Up(Db db) => Console.Write(two);" + Down),
            folder.Write("20260301C-three.sql", "-- up\nselect 1;\n-- down\nselect 2;\n"),
        ];
    }

    private static MigrationDescriptor[] Scripts(ScriptFolder folder)
    {
        Directory.CreateDirectory(folder.File("lib"));
        var inner = Build(folder, "Inner", "public class Inner { public static int Value => 41; }");
        Build(folder, "Outer", "public class Outer : Inner { public static int More() => Inner.Value + 1; }", inner);
        folder.Write("lib/fail.csx", "void Fail()\n{\n    throw new Exception();\n}");
        folder.Write("lib/three.csx", "#load \"deep/zero.csx\"\nvar three = 3 + zero;");
        folder.Write("lib/deep/zero.csx", "var zero = 0;");
        return
        [
            folder.Write("20260301A-outer.csx", $"#r \"lib/Outer{folder.Key}.dll\"\nvoid Up(Db db) => SEEN(Outer.More());" + Down),
            folder.Write("20260301B-variable.csx", "#load \"lib/three.csx\"\nvoid Up(Db db) => SEEN(three);" + Down),
            folder.Write("20260301C-plain.csx", "[Tag(\"tagged\")]\nvoid Up(Db db) => SEEN(5);" + Down),
            folder.Write("20260301D-sql.sql", "-- cairn: no-transaction\n-- up\nselect 1;\n-- down\nselect 2;\n"),
            folder.Write("20260301E-deep.csx", "#load \"lib/fail.csx\"\nvoid Up(Db db) => Fail();" + Down),
        ];
    }

    private static PortableExecutableReference Build(ScriptFolder folder, string name, string text, params MetadataReference[] references)
    {
        var file = folder.File($"lib/{name}{folder.Key}.dll");
        var compilation = CSharpCompilation.Create(
            name + folder.Key, [CSharpSyntaxTree.ParseText(text)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(file).Success);
        return MetadataReference.CreateFromFile(file);
    }

    private async Task<string> WriteAsync(MigrationDescriptor[] scripts)
    {
        var file = folder.File("a.bundle");
        await File.WriteAllBytesAsync(file, await BundleMaker.MakeAsync(scripts, Naming, "1.0", null, default));
        return file;
    }

    private static IMigrationFormat Format(MigrationDescriptor script) => script.Format == ".sql" ? new SqlFormat() : ScriptFolder.Csx();

    private static IMigrationFormat FormatOf(MigrationBundle bundle, MigrationDescriptor script) => script.Format == ".sql" ? new SqlFormat() : bundle.Scripts(new NoFormat());

    /// <summary>Nothing is asked of the compiler.</summary>
    private sealed class NoFormat : IMigrationFormat
    {
        public IReadOnlyList<string> Endings => [".csx"];

        public ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken) => throw new InvalidOperationException(migration.Path);

        public Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken) => throw new InvalidOperationException(migrations[0].Path);
    }
}
