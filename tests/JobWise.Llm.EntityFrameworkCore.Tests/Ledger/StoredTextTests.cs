namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

public sealed class StoredTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("Ada Lovelace", "Ada Lovelace")]
    [InlineData("a\0b", "a\ufffdb")]
    [InlineData("a\ud83d\ude00b", "a\ud83d\ude00b")]
    public void Clean_keeps_all_that_a_database_can_hold(string? text, string? expected) => Assert.Equal(expected, StoredText.Clean(text));

    // Not as data of a theory: half a pair does not survive in an attribute.
    [Fact]
    public void Clean_replaces_half_of_a_pair()
    {
        Assert.Equal("a\ufffd", StoredText.Clean("a" + '\ud83d'));
        Assert.Equal("\ufffda", StoredText.Clean('\ude00' + "a"));
        Assert.Equal("\ufffd\ud83d\ude00", StoredText.Clean(new string(['\ud83d', '\ud83d', '\ude00'])));
    }

    [Fact]
    public void Key_of_long_texts_that_begin_alike_stays_apart_and_fits()
    {
        var (one, other) = (new string('x', 500) + "1", new string('x', 500) + "2");

        Assert.NotEqual(StoredText.Key(one), StoredText.Key(other));
        Assert.Equal(StoredText.Key(one), StoredText.Key(one));
        Assert.Equal(StoredText.LongestKey, StoredText.Key(one)!.Length);
    }
}
