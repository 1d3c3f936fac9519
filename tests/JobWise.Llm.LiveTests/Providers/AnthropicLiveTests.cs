using JobWise.Llm.LiveTests.Keys;
using JobWise.Llm.LiveTests.Models;

namespace JobWise.Llm.LiveTests.Providers;

public sealed class AnthropicLiveTests() : LiveProvider("anthropic", builder => builder.AddAnthropic())
{
    public static TheoryData<string> Models => ChatModels.Of("anthropic");

    [LiveTheory(KeyVariable.Anthropic)]
    [MemberData(nameof(Models))]
    public Task GenerateAsync_answers(string model) => AnswersAsync(model);

    [LiveTheory(KeyVariable.Anthropic)]
    [MemberData(nameof(Models))]
    public Task GenerateStreamAsync_folds_to_a_complete_answer(string model) => StreamsAsync(model);

    [LiveTheory(KeyVariable.Anthropic)]
    [MemberData(nameof(Models))]
    public Task GenerateJsonAsync_reads_a_typed_answer(string model) => AnswersInJsonAsync(model);

    [LiveFact(KeyVariable.Anthropic)]
    public Task CheckHealthAsync_is_healthy() => IsHealthyAsync();

    [LiveFact(KeyVariable.Anthropic)]
    public Task GetAvailableModelsAsync_lists_the_default_models() => ListsItsDefaultModelsAsync();
}
