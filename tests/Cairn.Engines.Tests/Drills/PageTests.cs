using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;
using Cairn.Tests.Tool.Output.Drills;
using Cairn.Tool.Output.Drills;

namespace Cairn.Engines.Tests.Drills;

/// <summary>The page of a drill in a real browser: complete without a network, with no script of anybody's, readable on a phone and on paper.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task The_page_shows_the_failing_object_without_a_network_and_runs_nothing()
    {
        await using var browser = await OpenAsync(1200, 900);
        Assert.Empty(browser.Requests);
        var text = await browser.AskAsync("document.querySelector('.findings').innerText");
        Assert.Contains("index orders_tenant_id_index: missing after down", text, StringComparison.Ordinal);
        Assert.Equal($"Drill of shop {DrillSamples.Evil}: failed", await browser.AskAsync("document.title"));
        Assert.Equal("0", await browser.AskAsync("document.scripts.length"));
        Assert.Contains("+ column tenant_id", await browser.AskAsync("[...document.querySelectorAll('tr.added th')].map(cell => cell.innerText).join('|')"), StringComparison.Ordinal);
        Assert.Equal("5", await browser.AskAsync("document.querySelectorAll('.timeline li').length"));
        await ShootAsync(browser, "wide");
    }

    [Fact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen()
    {
        await using var browser = await OpenAsync(360, 740);
        Assert.Equal("360", await browser.AskAsync("document.documentElement.scrollWidth"));
        Assert.Equal("[]", await browser.AskAsync(
            "JSON.stringify([...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')).map(e => e.tagName + '.' + e.className))"));
        Assert.True(double.Parse(await browser.AskAsync("parseFloat(getComputedStyle(document.querySelector('.findings li')).fontSize)"), System.Globalization.CultureInfo.InvariantCulture) >= 14);
        await ShootAsync(browser, "phone");
    }

    [Fact]
    public async Task On_paper_what_is_folded_away_is_there()
    {
        await using var browser = await OpenAsync(1200, 900);
        const string IsShown = "[...document.querySelectorAll('details pre')].every(e => e.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true }) && e.getBoundingClientRect().height > 0)";
        Assert.Equal("false", await browser.AskAsync(IsShown));
        await browser.EmulateAsync("print");
        Assert.Equal("true", await browser.AskAsync(IsShown));
        Assert.True((await browser.PrintAsync()).AsSpan().StartsWith("%PDF"u8));
        await ShootAsync(browser, "print");
    }

    private static async Task<Browser> OpenAsync(int width, int height)
    {
        if (Browser.Find() is not { } program)
        {
            Assert.SkipWhen(!EngineNames.IsRequired("chromium"), "There is no Chromium (apt-get install chromium).");
            throw new InvalidOperationException("Chromium is required, and not there.");
        }

        var file = Path.Combine(Directory.CreateTempSubdirectory("cairn-page-").FullName, "drill.html");
        DrillFiles.Write(DrillSamples.Report(), file);
        var browser = await Browser.StartAsync(program);
        await browser.OpenAsync(file, width, height);
        return browser;
    }

    /// <summary>For who wants to look: CAIRN_PICTURES names a folder.</summary>
    private static async Task ShootAsync(Browser browser, string name)
    {
        if (Environment.GetEnvironmentVariable("CAIRN_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), await browser.ShootAsync());
        }
    }
}
