using System.Globalization;
using JobWise.Llm.Conformance.Suite;

namespace JobWise.Llm.Conformance;

public abstract partial class LLMServiceConformance
{
    [Fact]
    public async Task GenerateAsync_answers_with_text_provider_model_and_finish_reason()
    {
        var response = await Create().GenerateAsync(CreateRequest());

        Assert.Equal("Hello conforming world", response.Text);
        Assert.Equal(LLMRole.Assistant, response.Message.Role);
        Assert.Equal((Harness.ProviderName, AskedModel, LLMFinishReason.Stop), (response.Provider, response.Model, response.FinishReason));
        Assert.Equal(1, Harness.Sent);
    }

    [Fact]
    public async Task GenerateAsync_counts_the_tokens()
    {
        var usage = (await Create().GenerateAsync(CreateRequest())).Usage;

        Assert.NotNull(usage);
        Assert.True(usage.PromptTokens > 0);
        Assert.True(usage.CompletionTokens > 0);
        Assert.Equal(usage.PromptTokens + usage.CompletionTokens, usage.TotalTokens);
    }

    [Fact]
    public async Task GenerateAsync_measures_its_time()
    {
        var response = await Create().GenerateAsync(CreateRequest());

        Assert.True(response.GenerationTime >= TimeSpan.Zero);
        Assert.Null(response.TimeToFirstToken);
    }

    [Fact]
    public async Task GenerateAsync_takes_a_conversation()
    {
        var service = Create(new ProviderBehaviour { EchoesPrompt = true });
        var request = new LLMRequest
        {
            SystemMessage = "Repeat.",
            Messages = [LLMMessage.User("first"), LLMMessage.Assistant("first"), LLMMessage.User("second")],
            Model = AskedModel,
        };

        Assert.Equal("second", (await service.GenerateAsync(request)).Text);
    }

    [Fact]
    public async Task GenerateAsync_lets_an_answer_be_appended_to_the_next_request()
    {
        var service = Create(new ProviderBehaviour { EchoesPrompt = true });
        var first = await service.GenerateAsync(CreateRequest("one"));

        var second = await service.GenerateAsync(
            new LLMRequest { Messages = [LLMMessage.User("one"), first.Message, LLMMessage.User("two")], Model = AskedModel });

        Assert.Equal("two", second.Text);
    }

    [Fact]
    public async Task GenerateAsync_passes_an_unknown_finish_reason_through()
    {
        var service = Create(new ProviderBehaviour { FinishReason = "brand_new_reason" });

        var whole = await service.GenerateAsync(CreateRequest());
        var streamed = await service.GenerateStreamAsync(CreateRequest()).ToResponseAsync();

        Assert.Equal("brand_new_reason", whole.FinishReason.Value);
        Assert.Equal("brand_new_reason", streamed.FinishReason.Value);
    }

    [Fact]
    public async Task GenerateAsync_at_once_from_many_threads_gives_each_call_its_own_answer()
    {
        var service = Create(new ProviderBehaviour { EchoesPrompt = true });
        var prompts = Enumerable.Range(0, 32).Select(i => string.Create(CultureInfo.InvariantCulture, $"prompt {i} of many")).ToArray();

        var whole = await Task.WhenAll(prompts.Select(prompt => Task.Run(() => service.GenerateAsync(CreateRequest(prompt)))));
        var streamed = await Task.WhenAll(
            prompts.Select(prompt => Task.Run(() => service.GenerateStreamAsync(CreateRequest(prompt)).ToResponseAsync())));

        Assert.Equal(prompts, whole.Select(response => response.Text));
        Assert.Equal(prompts, streamed.Select(response => response.Text));
    }

    [Fact]
    public async Task GenerateJsonAsync_reads_a_typed_answer()
    {
        var service = Create(new ProviderBehaviour { Text = """{"city":"Oslo","degrees":-3}""" });

        var answer = await service.GenerateJsonAsync(CreateRequest(), WeatherContext.Default.Weather);

        Assert.Equal(new Weather { City = "Oslo", Degrees = -3 }, answer.Value);
        Assert.Equal(1, Harness.Sent);
    }
}
