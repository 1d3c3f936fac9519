using System.Text;

namespace JobWise.Llm.Pipeline.Tests;

public class EntrySealTests
{
    private static LLMCacheKey Key => LLMCacheKey.Of(Some.Request, new() { ProviderName = "p", InstanceName = "p" });

    [Fact]
    public void An_entry_that_was_signed_with_another_key_is_not_opened()
    {
        var entry = EntrySeal.Close(Key, "{}"u8, "ours");

        Assert.Equal("{}", Encoding.UTF8.GetString(EntrySeal.Open(Key, entry, "ours")!.Value.Span));
        Assert.Null(EntrySeal.Open(Key, entry, "theirs"));
        Assert.Null(EntrySeal.Open(Key, entry, signingKey: null));
    }
}
