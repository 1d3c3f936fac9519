using System.Text.Json.Nodes;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Anthropic.Tests.Requests;

public sealed class ModelRuleTests
{
    [Theory]
    [InlineData("claude-fable-5-1")]
    [InlineData("claude-opus-5-5")]
    [InlineData("claude-opus-5")]
    [InlineData("claude-sonnet-5-5")]
    [InlineData("claude-haiku-5-5")]
    [InlineData("claude-opus-4-7")]
    [InlineData("a-model-of-tomorrow")]
    public async Task Sampling_of_new_models_is_left_out_and_reported(string model)
    {
        var (_, body, warnings) = await Some.Sent(Some.Request with { Model = model, Temperature = 0.2, TopP = 0.9 });

        Assert.Equal((null, null), (JsonNode.Parse(body)!["temperature"], JsonNode.Parse(body)!["top_p"]));
        Assert.Equal(
            [$"The model '{model}' takes only its default temperature.", $"The model '{model}' takes only its default top-p."],
            warnings.Select(warning => warning.Message));
    }

    [Fact]
    public async Task Sampling_that_nobody_asked_for_or_that_is_the_default_goes_silently()
    {
        var defaulted = Some.Request with { Model = "claude-opus-5", Temperature = 0.3, Call = new LLMCallOptions { Defaulted = LLMDefaultedOptions.Temperature } };

        var (_, body, warnings) = await Some.Sent(defaulted);
        var (_, _, ofDefault) = await Some.Sent(Some.Request with { Model = "claude-opus-5", Temperature = 1, TopP = 1 });

        Assert.Null(JsonNode.Parse(body)!["temperature"]);
        Assert.Empty(warnings);
        Assert.Empty(ofDefault);
    }

    [Theory]
    [InlineData(false, """{"temperature":0.2}""", 1)]
    [InlineData(true, """{"top_p":0.9}""", 0)]
    public async Task Sampling_of_older_models_is_one_of_the_two(bool isDefaulted, string expected, int warned)
    {
        var (_, body, warnings) = await Some.Sent(Some.Request with
        {
            Temperature = 0.2,
            TopP = 0.9,
            Call = new LLMCallOptions { Defaulted = isDefaulted ? LLMDefaultedOptions.Temperature : LLMDefaultedOptions.None },
        });

        JsonAssert.Equal(expected, Only(body, "temperature", "top_p"));
        Assert.Equal(warned, warnings.Count);
    }

    [Theory]
    [InlineData("claude-sonnet-5-5", "high", """{"output_config":{"effort":"high"}}""", null)]
    [InlineData("claude-opus-4-8", "xhigh", """{"output_config":{"effort":"xhigh"},"thinking":{"type":"adaptive"}}""", null)]
    [InlineData("claude-opus-4-8", "none", "{}", null)]
    [InlineData("claude-haiku-5-5", "none", """{"thinking":{"type":"disabled"}}""", null)]
    [InlineData("claude-opus-5-5", "none", "{}", "The model 'claude-opus-5-5' always thinks. Ask for a low effort, or take another model.")]
    [InlineData("claude-haiku-4-5", "low", "{}", "The model 'claude-haiku-4-5' takes no reasoning effort. Set the field 'thinking' in ExtraFields instead.")]
    [InlineData("claude-haiku-4-5", "none", "{}", null)]
    public async Task Effort_is_sent_as_the_model_takes_it(string model, string effort, string expected, string? warning)
    {
        var (_, body, warnings) = await Some.Sent(Some.Request with { Model = model, ReasoningEffort = new LLMReasoningEffort(effort) });

        JsonAssert.Equal(expected, Only(body, "output_config", "thinking"));
        Assert.Equal(warning, warnings.SingleOrDefault()?.Message);
    }

    [Fact]
    public async Task Temperature_beside_thinking_that_was_asked_for_is_left_out()
    {
        var (_, body, warnings) = await Some.Sent(Some.Request with { Model = "claude-sonnet-4-6", Temperature = 0, ReasoningEffort = LLMReasoningEffort.Low });

        Assert.Null(JsonNode.Parse(body)!["temperature"]);
        Assert.Equal("Temperature", Assert.Single(warnings).Option);
    }

    [Theory]
    [InlineData("claude-haiku-4-5", null, false, 16_384)]
    [InlineData("nobody-knows", null, false, 4_096)]
    [InlineData("nobody-knows", 90_000, true, 90_000)]
    [InlineData("claude-haiku-4-5", 90_000, true, 64_000)]
    [InlineData("claude-haiku-4-5", 90_000, false, 90_000)]
    public async Task Output_cap_is_always_sent(string model, int? asked, bool isDefaulted, int sent)
    {
        var body = await Some.BodyOf(LLMRequest.FromPrompt("Hi") with
        {
            Model = model,
            MaxTokens = asked,
            Call = new LLMCallOptions { Defaulted = isDefaulted ? LLMDefaultedOptions.MaxTokens : LLMDefaultedOptions.None },
        });

        Assert.Equal(sent, (int)JsonNode.Parse(body)!["max_tokens"]!);
    }

    [Fact]
    public async Task Output_cap_too_high_for_one_piece_is_asked_for_as_a_stream()
    {
        var (_, whole, _) = await Some.Sent(Some.Request with { MaxTokens = 21_333 });
        var (_, streamed, _) = await Some.Sent(Some.Request with { MaxTokens = 21_334 });

        Assert.Equal((null, true), ((bool?)JsonNode.Parse(whole)!["stream"], (bool?)JsonNode.Parse(streamed)!["stream"]));
    }

    private static string Only(string body, params string[] fields) => new JsonObject(JsonNode.Parse(body)!.AsObject()
        .Where(member => fields.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString();
}
