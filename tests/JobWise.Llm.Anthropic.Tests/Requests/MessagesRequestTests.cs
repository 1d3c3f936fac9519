using System.Text.Json;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Anthropic.Tests.Requests;

public sealed class MessagesRequestTests
{
    private const string Start = "\"model\":\"claude-haiku-4-5\",\"max_tokens\":100";

    [Fact]
    public async Task Headers_are_the_key_the_version_and_nothing_to_authorize()
    {
        var (message, body, warnings) = await Some.Sent(Some.Request);

        Assert.Equal("key-of-tests-123", Assert.Single(message.Headers.GetValues("x-api-key")));
        Assert.Equal("2023-06-01", Assert.Single(message.Headers.GetValues("anthropic-version")));
        Assert.Null(message.Headers.Authorization);
        Assert.False(message.Headers.Contains("anthropic-beta"));
        JsonAssert.Equal($$"""{{{Start}},"messages":[{"role":"user","content":"Hi"}]}""", body);
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task Headers_beta_features_go_as_one_and_the_version_can_be_replaced()
    {
        var options = Some.Options();
        options.BetaFeatures.Add("first-2026-01-01");
        options.BetaFeatures.Add("second-2026-01-01");
        options.DefaultHeaders["anthropic-version"] = "2027-01-01";

        var (message, _, _) = await Some.Sent(Some.Request, options: options);

        Assert.Equal("first-2026-01-01,second-2026-01-01", Assert.Single(message.Headers.GetValues("anthropic-beta")));
        Assert.Equal("2027-01-01", Assert.Single(message.Headers.GetValues("anthropic-version")));
    }

    [Fact]
    public async Task Body_every_option_has_its_field()
    {
        var body = await Some.BodyOf(Some.Request with
        {
            SystemMessage = "Be short.",
            Temperature = 0.5,
            StopSequences = ["END", "\n\n"],
            UserId = "user-7",
            Tags = new Dictionary<string, string> { ["team"] = "a" },
            ExtraFields = new Dictionary<string, JsonElement> { ["top_k"] = JsonElement.Parse("5"), ["service_tier"] = JsonElement.Parse("\"auto\"") },
        });

        JsonAssert.Equal(
            $$"""
            {{{Start}},"system":"Be short.","temperature":0.5,"stop_sequences":["END","\n\n"],"top_k":5,"service_tier":"auto",
             "messages":[{"role":"user","content":"Hi"}]}
            """,
            body);
    }

    [Fact]
    public async Task Body_stream_is_asked_for()
    {
        var (_, body, _) = await Some.Sent(Some.Request, stream: true);

        JsonAssert.Equal($$"""{{{Start}},"stream":true,"messages":[{"role":"user","content":"Hi"}]}""", body);
    }

    [Fact]
    public async Task Body_turns_alternate_and_system_messages_are_joined()
    {
        var body = await Some.BodyOf(new LLMRequest
        {
            Model = Some.Model,
            MaxTokens = 100,
            SystemMessage = "One.",
            Messages =
            [
                LLMMessage.User("a"), LLMMessage.System("Two."), LLMMessage.User("b"), LLMMessage.Assistant(" "), LLMMessage.User("c"),
                LLMMessage.Assistant("d"), LLMMessage.Assistant("e"), LLMMessage.User("f"),
            ],
        });

        JsonAssert.Equal(
            $$"""
            {{{Start}},"system":"One.\n\nTwo.","messages":[
              {"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"},{"type":"text","text":"c"}]},
              {"role":"assistant","content":[{"type":"text","text":"d"},{"type":"text","text":"e"}]},
              {"role":"user","content":"f"}]}
            """,
            body);
    }

    [Fact]
    public async Task Body_empty_prompt_is_refused_before_sending()
    {
        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => Some.BodyOf(Some.Request with { Prompt = string.Empty }));

        Assert.Equal("The Prompt is empty. Say what the model is to do.", error.Message);
    }

    [Fact]
    public async Task Body_images_are_blocks_by_address_as_bytes_and_from_a_data_address()
    {
        var body = await Some.BodyOf(new LLMRequest
        {
            Model = Some.Model,
            MaxTokens = 100,
            Messages =
            [
                LLMMessage.Of(
                    LLMRole.User,
                    new LLMTextPart { Text = "Compare" },
                    new LLMImagePart { Url = new Uri("https://pics.example/a.png") },
                    new LLMImagePart { Bytes = new byte[] { 1, 2, 3, 255 }, MediaType = "image/jpeg" },
                    new LLMImagePart { Url = new Uri("data:image/gif;base64,AQID/w==") }),
            ],
        });

        JsonAssert.Equal(
            $$"""
            {{{Start}},"messages":[{"role":"user","content":[
              {"type":"text","text":"Compare"},
              {"type":"image","source":{"type":"url","url":"https://pics.example/a.png"} },
              {"type":"image","source":{"type":"base64","media_type":"image/jpeg","data":"AQID/w=="} },
              {"type":"image","source":{"type":"base64","media_type":"image/gif","data":"AQID/w=="} }]}]}
            """,
            body);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("messages")]
    [InlineData("system")]
    [InlineData("stream")]
    public async Task Extra_field_that_the_library_writes_is_refused(string field)
    {
        var request = Some.Request with { ExtraFields = new Dictionary<string, JsonElement> { [field] = JsonElement.Parse("1") } };

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => Some.Sent(request));

        Assert.Equal(
            $"ExtraFields holds '{field}', which the library writes itself. Remove it and set the property of LLMRequest, or call the other method, instead.",
            error.Message);
    }

    [Fact]
    public async Task Extra_field_replaces_ours()
    {
        var body = await Some.BodyOf(Some.Request with
        {
            Temperature = 0.5,
            ReasoningEffort = LLMReasoningEffort.Low,
            ExtraFields = new Dictionary<string, JsonElement> { ["max_tokens"] = JsonElement.Parse("7"), ["temperature"] = JsonElement.Parse("0.1") },
        });

        JsonAssert.Equal("""{"model":"claude-haiku-4-5","max_tokens":7,"temperature":0.1,"messages":[{"role":"user","content":"Hi"}]}""", body);
    }

    [Fact]
    public async Task Seed_is_reported()
    {
        var (_, body, warnings) = await Some.Sent(Some.Request with { Seed = 4 });

        JsonAssert.Equal($$"""{{{Start}},"messages":[{"role":"user","content":"Hi"}]}""", body);
        Assert.Equal(new LLMWarning { Code = "option_ignored", Option = "Seed", Message = "Anthropic takes no seed." }, Assert.Single(warnings));
    }
}
