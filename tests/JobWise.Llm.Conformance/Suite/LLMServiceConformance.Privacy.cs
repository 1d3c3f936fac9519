namespace JobWise.Llm.Conformance;

public abstract partial class LLMServiceConformance
{
    [Fact]
    public async Task Printing_a_request_or_an_answer_shows_no_content()
    {
        var service = Create(new ProviderBehaviour { EchoesPrompt = true });
        var request = CreateRequest();

        var whole = await service.GenerateAsync(request);
        var updates = await ReadAsync(service.GenerateStreamAsync(request));

        Assert.Equal(SecretPrompt, whole.Text);
        Assert.All([request.ToString(), whole.ToString(), .. updates.Select(update => update.ToString())], AssertIsPrivate);
    }

    [Theory]
    [InlineData(ProviderFailure.RateLimited, StreamEnding.Complete)]
    [InlineData(ProviderFailure.Unauthorized, StreamEnding.Complete)]
    [InlineData(ProviderFailure.Unavailable, StreamEnding.Complete)]
    [InlineData(ProviderFailure.None, StreamEnding.Cut)]
    public async Task Printing_an_error_shows_neither_prompt_nor_key(ProviderFailure failure, StreamEnding ending)
    {
        var service = Create(new ProviderBehaviour { Failure = failure, Ending = ending, EchoesPrompt = true });

        var error = await Assert.ThrowsAnyAsync<LLMServiceException>(() => ReadAsync(service.GenerateStreamAsync(CreateRequest())));

        AssertIsPrivate(error.ToString());
        AssertIsPrivate(error.Details.ToString());
    }

    private void AssertIsPrivate(string printed)
    {
        Assert.DoesNotContain(SecretPrompt, printed, StringComparison.Ordinal);
        if (Harness.Key is { } key)
        {
            Assert.DoesNotContain(key, printed, StringComparison.Ordinal);
        }
    }
}
