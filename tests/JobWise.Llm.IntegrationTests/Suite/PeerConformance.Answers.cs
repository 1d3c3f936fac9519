using JobWise.Llm.IntegrationTests.Peer;

namespace JobWise.Llm.IntegrationTests;

public abstract partial class PeerConformance
{
    private const string LakeQuestion = "Name the largest lake of Norway.";
    private const string LakeAnswer = "Mjøsa is the largest lake of Norway; it lies north of Oslo.";

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task GenerateAsync_brings_text_model_usage_and_the_request_id_of_the_server(CallPath path)
    {
        var response = await Create(path).GenerateAsync(Ask(LakeQuestion));

        Assert.Equal((LakeAnswer, ProviderName, Model, LLMFinishReason.Stop), (response.Text, response.Provider, response.Model, response.FinishReason));
        Assert.Equal((21, 17, 38), (response.Usage?.PromptTokens, response.Usage?.CompletionTokens, response.Usage?.TotalTokens));
        Assert.Equal(Assert.Single(await Scope.ReadJournalAsync()).Headers["x-request-id"], response.RequestId);
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task GenerateStreamAsync_folds_to_the_whole_answer_with_usage_and_one_completion(CallPath path)
    {
        var updates = await ReadAsync(Create(path).GenerateStreamAsync(AskForStreamedUsage(Ask(LakeQuestion))));

        Assert.Equal(LakeAnswer, string.Concat(updates.Select(update => update.Text)));
        Assert.True(updates.Count(update => update.Text is { Length: > 0 }) > 3, "The answer came in too few pieces.");
        Assert.Same(updates[^1], Assert.Single(updates, update => update.Kind == LLMStreamUpdateKind.Completed));
        var response = updates[^1].Response!;
        Assert.Equal((LakeAnswer, Model, LLMFinishReason.Stop), (response.Text, response.Model, response.FinishReason));
        Assert.Equal((21, 17, 38), (response.Usage?.PromptTokens, response.Usage?.CompletionTokens, response.Usage?.TotalTokens));
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task GenerateAsync_continues_a_conversation(CallPath path)
    {
        var service = Create(path);
        var first = await service.GenerateAsync(Ask(LakeQuestion));

        var second = await service.GenerateAsync(new LLMRequest
        {
            Messages = [LLMMessage.User(LakeQuestion), first.Message, LLMMessage.User("And how deep is it?")],
            Model = Model,
        });

        Assert.Equal("Its deepest point is 453 metres below the surface.", second.Text);
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task GenerateStreamAsync_many_at_once_each_get_their_own_answer(CallPath path)
    {
        var service = Create(path);
        string[] questions = [LakeQuestion, "Which model are you?"];

        var answers = await Task.WhenAll(Enumerable.Range(0, 24)
            .Select(i => Task.Run(() => service.GenerateStreamAsync(Ask(questions[i % 2])).ToResponseAsync())));

        Assert.All(answers.Where((_, i) => i % 2 == 0), answer => Assert.Equal(LakeAnswer, answer.Text));
        Assert.All(answers.Where((_, i) => i % 2 == 1), answer => Assert.StartsWith("The ", answer.Text, StringComparison.Ordinal));
        Assert.Equal(24, (await Scope.ReadJournalAsync()).Count);
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task GenerateJsonAsync_reads_a_typed_answer(CallPath path)
    {
        var answer = await Create(path).GenerateJsonAsync(Ask("Report the weather in Oslo."), WeatherContext.Default.Weather);

        Assert.Equal(new Weather("Oslo", -3), answer.Value);
        Assert.Empty(answer.Rejected);
        Assert.Single(await Scope.ReadJournalAsync());
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task GenerateJsonAsync_asks_again_for_a_member_that_was_left_out(CallPath path)
    {
        var answer = await Create(path).GenerateJsonAsync(Ask("Report the weather in Bergen."), WeatherContext.Default.Weather);

        Assert.Equal(new Weather("Bergen", 4), answer.Value);
        Assert.Equal("""{"city":"Bergen"}""", Assert.Single(answer.Rejected).Text);
        Assert.Equal(2, (await Scope.ReadJournalAsync()).Count);
    }

    [PeerFact]
    public async Task GetAvailableModelsAsync_lists_what_the_server_lists()
    {
        var models = await Create(CallPath.Provider).GetAvailableModelsAsync();

        Assert.Equal(["claude-sonnet-5-5", "gpt-6.1-terra", "house-model", "openai/gpt-oss-120b"], models.Select(model => model.Id).Order(StringComparer.Ordinal));
        Assert.All(models, model => Assert.Equal(ProviderName, model.Provider));
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task CheckHealthAsync_is_healthy_and_sends_no_chat(CallPath path)
    {
        var health = await Create(path).CheckHealthAsync();

        Assert.Equal((LLMHealthStatus.Healthy, null, null), (health.Status, health.Reason, health.Error));
        Assert.Empty(await Scope.ReadJournalAsync());
    }
}
