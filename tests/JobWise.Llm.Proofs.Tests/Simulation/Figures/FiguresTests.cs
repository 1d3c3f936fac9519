using JobWise.Llm.Proofs.Simulation.Figures;

namespace JobWise.Llm.Proofs.Tests.Simulation.Figures;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(new[] { 5, 5, 5, 5 }, 1)]
    [InlineData(new[] { 8, 0, 0, 0 }, 0.25)]
    [InlineData(new[] { 1, 3 }, 0.8)]
    [InlineData(new[] { 0, 0 }, 0)]
    public void IndexOf_is_Jains(int[] shares, double expected)
    {
        Assert.Equal((decimal)expected, Jain.IndexOf(shares));
    }

    [Fact]
    public void Of_takes_the_nearest_rank()
    {
        var values = Enumerable.Range(1, 100).Reverse().Select(second => TimeSpan.FromSeconds(second));

        Assert.Equal(TimeSpan.FromSeconds(95), Percentile.Of(values, 0.95));
    }

    [Fact]
    public void Of_nothing_fails()
    {
        Assert.Throws<InvalidOperationException>(() => Percentile.Of([], 0.95));
    }
}
