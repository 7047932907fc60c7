namespace Cairn.Engines.Tests;

public class Placeholder
{
    [Xunit.Fact]
    public void Builds() => Xunit.Assert.True(true);
}
