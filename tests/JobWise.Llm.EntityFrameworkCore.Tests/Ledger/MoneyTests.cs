using System.Globalization;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("0.000000000001")]
    [InlineData("0.00000000375")]
    [InlineData("123.45")]
    public void Stored_comes_back_as_it_was(string text)
    {
        var usd = decimal.Parse(text, CultureInfo.InvariantCulture);

        Assert.Equal(usd, Money.Dollars(Money.Stored(usd)!.Value));
    }

    [Fact]
    public void Stored_of_what_is_unknown_is_nothing() => Assert.Null(Money.Stored(null));

    [Fact]
    public void Stored_of_more_than_fits_is_the_most() => Assert.InRange(Money.Stored(decimal.MaxValue)!.Value, long.MaxValue - 1_000, long.MaxValue);
}
