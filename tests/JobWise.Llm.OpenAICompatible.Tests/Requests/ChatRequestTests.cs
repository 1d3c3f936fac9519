using System.Text.Json;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.OpenAICompatible.Tests.Requests;

public sealed class ChatRequestTests
{
    private static readonly LLMTool Weather = new()
    {
        Name = "weather",
        Description = "Tells the weather",
        Parameters = JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}"""),
        Strict = true,
    };

    [Fact]
    public async Task Body_prompt_only_is_minimal()
    {
        var body = await Some.BodyOf(LLMRequest.FromPrompt("Hi"));

        JsonAssert.Equal("""{"model":"some-model","messages":[{"role":"user","content":"Hi"}]}""", body);
    }

    [Fact]
    public async Task Body_every_option_is_written()
    {
        var body = await Some.BodyOf(LLMRequest.FromPrompt("Hi", "Be brief.") with
        {
            Model = "other",
            Temperature = 0.4,
            TopP = 0.9,
            MaxTokens = 50,
            Seed = 7,
            StopSequences = ["END", "STOP"],
            ReasoningEffort = LLMReasoningEffort.Low,
            Tools = [Weather],
            ToolChoice = LLMToolChoice.Required,
            ParallelToolCalls = false,
        });

        JsonAssert.Equal(
            """
            {"model":"other","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}],
             "temperature":0.4,"top_p":0.9,"max_tokens":50,"seed":7,"reasoning_effort":"low","stop":["END","STOP"],
             "tools":[{"type":"function","function":{"name":"weather","description":"Tells the weather",
               "parameters":{"type":"object","properties":{"city":{"type":"string"}}},"strict":true}}],
             "tool_choice":"required","parallel_tool_calls":false}
            """,
            body);
    }

    [Fact]
    public async Task Body_stream_asks_for_usage()
    {
        var body = await Some.BodyOf(LLMRequest.FromPrompt("Hi"), stream: true);

        JsonAssert.Equal(
            """{"model":"some-model","messages":[{"role":"user","content":"Hi"}],"stream":true,"stream_options":{"include_usage":true}}""",
            body);
    }

    [Fact]
    public async Task Body_conversation_with_tools_keeps_calls_results_and_reasoning()
    {
        var body = await Some.BodyOf(new LLMRequest
        {
            Messages =
            [
                LLMMessage.User("Weather in Ulm and Bern?"),
                LLMMessage.Of(
                    LLMRole.Assistant,
                    new LLMReasoningPart { Text = "I must look." },
                    new LLMToolCallPart { Id = "a", Name = "weather", Arguments = """{"city":"Ulm"}""" },
                    new LLMToolCallPart { Id = "b", Name = "weather", Arguments = """{"city":"Bern"}""" }),
                LLMMessage.Of(
                    LLMRole.Tool,
                    new LLMToolResultPart { CallId = "a", Text = "sun" },
                    new LLMToolResultPart { CallId = "b", Text = "rain" }),
            ],
            Tools = [new LLMTool { Name = "weather" }],
            ToolChoice = LLMToolChoice.Tool("weather"),
        });

        JsonAssert.Equal(
            """
            {"model":"some-model","tools":[{"type":"function","function":{"name":"weather"}}],"tool_choice":{"type":"function","function":{"name":"weather"}},"messages":[
              {"role":"user","content":"Weather in Ulm and Bern?"},
              {"role":"assistant","content":null,"reasoning_content":"I must look.","tool_calls":[
                {"id":"a","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Ulm\"}"}},
                {"id":"b","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Bern\"}"}}]},
              {"role":"tool","tool_call_id":"a","content":"sun"},
              {"role":"tool","tool_call_id":"b","content":"rain"}]}
            """,
            body);
    }

    [Fact]
    public async Task Body_images_by_address_and_as_bytes_are_parts()
    {
        var body = await Some.BodyOf(new LLMRequest
        {
            Messages =
            [
                LLMMessage.Of(
                    LLMRole.User,
                    new LLMTextPart { Text = "Compare" },
                    new LLMImagePart { Url = new Uri("https://pics.example/a.png") },
                    new LLMImagePart { Bytes = new byte[] { 1, 2, 3, 255 }, MediaType = "image/jpeg" }),
            ],
        });

        JsonAssert.Equal(
            """
            {"model":"some-model","messages":[{"role":"user","content":[
              {"type":"text","text":"Compare"},
              {"type":"image_url","image_url":{"url":"https://pics.example/a.png"}},
              {"type":"image_url","image_url":{"url":"data:image/jpeg;base64,AQID/w=="}}]}]}
            """,
            body);
    }

    [Fact]
    public async Task Body_schema_is_sent_with_its_name_and_strictness()
    {
        var schema = JsonElement.Parse("""{"type":"object","properties":{"a":{"type":"integer"}}}""");

        var body = await Some.BodyOf(LLMRequest.FromPrompt("Hi") with { ResponseFormat = LLMResponseFormat.JsonSchema(schema, "numbers") });

        JsonAssert.Equal(
            """
            {"model":"some-model","messages":[{"role":"user","content":"Hi"}],"response_format":{"type":"json_schema","json_schema":
              {"name":"numbers","strict":true,"schema":{"type":"object","properties":{"a":{"type":"integer"}}}}}}
            """,
            body);
    }

    [Theory]
    [InlineData("List it", "[{\"role\":\"system\",\"content\":\"Answer with one JSON object and nothing else.\"},{\"role\":\"user\",\"content\":\"List it\"}]")]
    [InlineData("List it as Json", "[{\"role\":\"user\",\"content\":\"List it as Json\"}]")]
    public async Task Body_json_object_where_the_word_is_needed_holds_it(string prompt, string messages)
    {
        var dialect = OpenAIDialect.Compatible with { NeedsJsonWord = true };

        var body = await Some.BodyOf(LLMRequest.FromPrompt(prompt) with { ResponseFormat = LLMResponseFormat.JsonObject }, dialect);

        JsonAssert.Equal($$$"""{"model":"some-model","messages":{{{messages}}},"response_format":{"type":"json_object"}}""", body);
    }

    [Fact]
    public async Task Body_json_word_joins_the_callers_system_message()
    {
        var request = LLMRequest.FromPrompt("List it", "Be brief.") with { ResponseFormat = LLMResponseFormat.JsonObject };

        var body = await Some.BodyOf(request, OpenAIDialect.Compatible with { NeedsJsonWord = true });

        var system = JsonElement.Parse(body).GetProperty("messages")[0].GetProperty("content").GetString();
        Assert.Equal("Be brief.\n\nAnswer with one JSON object and nothing else.", system);
    }

    [Fact]
    public async Task Body_extra_fields_are_written_and_replace_ours()
    {
        var body = await Some.BodyOf(LLMRequest.FromPrompt("Hi") with
        {
            Temperature = 0.4,
            ExtraFields = new Dictionary<string, JsonElement> { ["temperature"] = JsonElement.Parse("1"), ["top_k"] = JsonElement.Parse("40") },
        });

        Assert.Equal(body.IndexOf("temperature", StringComparison.Ordinal), body.LastIndexOf("temperature", StringComparison.Ordinal));
        JsonAssert.Equal("""{"model":"some-model","messages":[{"role":"user","content":"Hi"}],"temperature":1,"top_k":40}""", body);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("messages")]
    [InlineData("stream")]
    public async Task Body_extra_field_of_the_librarys_own_is_refused(string field)
    {
        var request = LLMRequest.FromPrompt("Hi") with { ExtraFields = new Dictionary<string, JsonElement> { [field] = JsonElement.Parse("1") } };

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => Some.BodyOf(request));

        Assert.Equal(
            $"ExtraFields holds '{field}', which the library writes itself. Remove it and set the property of LLMRequest, or call the other method, instead.",
            error.Message);
    }

    [Fact]
    public async Task Body_half_a_surrogate_pair_is_replaced_by_the_sign_for_it()
    {
        var body = await Some.BodyOf(LLMRequest.FromPrompt("cut \ud83c"));

        Assert.Contains("cut \ufffd", JsonElement.Parse(body).GetProperty("messages")[0].GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Temperature is NaN. Set it from 0 to 2, or leave it out.")]
    [InlineData(false, "ExtraFields holds 'x' without a value. Give it one, such as JsonSerializer.SerializeToElement(true), or remove it.")]
    public async Task Body_value_that_is_no_json_is_refused_before_sending(bool number, string message)
    {
        var request = LLMRequest.FromPrompt("Hi");
        request = number
            ? request with { Temperature = double.NaN }
            : request with { ExtraFields = new Dictionary<string, JsonElement> { ["x"] = default } };

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => Some.BodyOf(request));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task Body_letters_outside_ascii_are_not_escaped()
    {
        var body = await Some.BodyOf(LLMRequest.FromPrompt("Zürich"));

        Assert.Contains("Zürich", body, StringComparison.Ordinal);
    }
}
