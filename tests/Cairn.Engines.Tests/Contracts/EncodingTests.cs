using System.Text;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>BOM, line ends and the last line's end change neither version, checksum nor meaning.</summary>
public sealed class EncodingTests(EngineServers servers)
{
    private const string Sql = "-- up\ncreate table notes (body varchar(50));\ninsert into notes (body) values ('ä; --no comment');\n-- down\ndrop table notes;\n";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_file_in_any_dress_is_the_same_file(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write("20260302A-notes.sql", Sql);
        await project.DoAsync("migrate:latest");
        foreach (var dress in new Func<string, string>[]
        {
            text => "\uFEFF" + text,
            text => text.ReplaceLineEndings("\r\n"),
            text => "\uFEFF" + text.ReplaceLineEndings("\r\n").TrimEnd(),
            text => text.ReplaceLineEndings("   \n"),
        })
        {
            project.Write(Scripts.Name, dress(Scripts.Good)).Write("20260302A-notes.sql", dress(Sql));
            await project.DoAsync("migrate:validate");
        }

        await project.DoAsync("migrate:rollback", "--all", "--yes");
        Assert.Empty(await project.TablesAsync());
        project.Write(Scripts.Name, "\uFEFF" + Scripts.Good.ReplaceLineEndings("\r\n").TrimEnd());
        project.Write("20260302A-notes.sql", "\uFEFF" + Sql.ReplaceLineEndings("\r\n").TrimEnd());
        await project.DoAsync("migrate:latest");
        Assert.Equal(["ä; --no comment"], await project.Database.RowsAsync("select body from notes"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_file_that_is_no_utf8_is_named(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await File.WriteAllBytesAsync(
            Path.Combine(project.Workspace.Migrations, "20260302A-notes.sql"),
            Encoding.Latin1.GetBytes(Sql));
        await project.RefuseAsync(2, ["CAIRN2010", "20260302A-notes.sql"], "migrate:latest");
        Assert.Empty(await project.TablesAsync());
    }
}
