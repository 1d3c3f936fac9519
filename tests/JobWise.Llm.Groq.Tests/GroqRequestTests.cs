using System.Text.Json;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Groq.Tests;

public sealed class GroqRequestTests
{
    private static readonly LLMResponseFormat Schema = LLMResponseFormat.JsonSchema(JsonElement.Parse("""{"type":"object"}"""));

    [Fact]
    public async Task Body_default_model_and_output_cap_are_groqs()
    {
        var (body, warnings) = await Some.Sent(LLMRequest.FromPrompt("Hi") with { MaxTokens = 100, Temperature = 0.3 });

        JsonAssert.Equal(
            """{"model":"openai/gpt-oss-120b","messages":[{"role":"user","content":"Hi"}],"temperature":0.3,"max_completion_tokens":100}""", body);
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task Body_stream_needs_no_option_for_usage()
    {
        var (body, _) = await Some.Sent(LLMRequest.FromPrompt("Hi"), stream: true);

        JsonAssert.Equal("""{"model":"openai/gpt-oss-120b","messages":[{"role":"user","content":"Hi"}],"stream":true}""", body);
    }

    [Fact]
    public async Task Body_earlier_reasoning_goes_back_as_reasoning()
    {
        var earlier = LLMMessage.Of(LLMRole.Assistant, new LLMReasoningPart { Text = "Hm." }, new LLMTextPart { Text = "Yes" });

        var (body, _) = await Some.Sent(new LLMRequest { Messages = [earlier, LLMMessage.User("And?")] });

        JsonAssert.Equal(
            """
            {"model":"openai/gpt-oss-120b","messages":[{"role":"assistant","content":"Yes","reasoning":"Hm."},{"role":"user","content":"And?"}]}
            """,
            body);
    }

    [Theory]
    [InlineData("openai/gpt-oss-20b", "none", false)]
    [InlineData("openai/gpt-oss-20b", "low", true)]
    [InlineData("qwen/qwen3.8-27b", "none", true)]
    [InlineData("qwen/qwen3.8-27b", "high", false)]
    public async Task Body_effort_is_sent_where_the_model_takes_it_and_else_reported(string model, string effort, bool isSent)
    {
        var (body, warnings) = await Some.Sent(LLMRequest.FromPrompt("Hi") with { Model = model, ReasoningEffort = new LLMReasoningEffort(effort) });

        Assert.Equal(isSent, body.Contains("reasoning_effort", StringComparison.Ordinal));
        Assert.Equal(isSent ? [] : ["option_ignored"], warnings.Select(warning => warning.Code));
    }

    [Theory]
    [InlineData(false, true, 0)]
    [InlineData(true, false, 1)]
    public async Task Body_strict_schema_is_not_strict_while_streaming(bool stream, bool strict, int warningCount)
    {
        var (body, warnings) = await Some.Sent(LLMRequest.FromPrompt("Hi") with { ResponseFormat = Schema }, stream);

        var format = JsonElement.Parse(body).GetProperty("response_format").GetProperty("json_schema");
        Assert.Equal(strict, format.GetProperty("strict").GetBoolean());
        Assert.Equal(warningCount, warnings.Count(warning => warning.Code == "format_stepped_down"));
    }

    [Fact]
    public async Task Body_model_without_schemas_gets_a_json_object_with_the_schema_in_words()
    {
        var (body, warnings) = await Some.Sent(LLMRequest.FromPrompt("Hi") with { Model = "qwen/qwen3.8-27b", ResponseFormat = Schema });

        JsonAssert.Equal(
            """
            {"model":"qwen/qwen3.8-27b","response_format":{"type":"json_object"},"messages":[
             {"role":"system","content":"Answer with one JSON object and nothing else. It must follow this JSON schema: {\"type\":\"object\"}"},
             {"role":"user","content":"Hi"}]}
            """,
            body);
        Assert.Equal("format_stepped_down", Assert.Single(warnings).Code);
    }
}
