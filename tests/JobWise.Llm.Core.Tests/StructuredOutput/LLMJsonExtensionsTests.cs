using System.Text.Json.Nodes;

namespace JobWise.Llm.Tests;

public sealed class LLMJsonExtensionsTests
{
    private static readonly LLMRequest Request = LLMRequest.FromPrompt("Plan a trip", "You plan.");

    [Fact]
    public async Task GenerateJsonAsync_clean_answer_is_read_without_repairs()
    {
        var service = new ScriptedService("""{"title":"Rome","days":3,"steps":[{"name":"fly"}]}""");

        var answer = await service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan);

        Assert.Equal("Rome", answer.Value.Title);
        Assert.Equal("fly", Assert.Single(answer.Value.Steps).Name);
        Assert.Empty(answer.Repairs);
        Assert.Empty(answer.Rejected);
    }

    [Fact]
    public async Task GenerateJsonAsync_asks_with_closed_schema_and_all_members_required()
    {
        var service = new ScriptedService("""{"title":"Rome"}""");

        await service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan, new() { SchemaName = "plan" });

        var format = service.Requests[0].ResponseFormat!;
        Assert.Equal(("plan", true), (format.SchemaName, format.Strict));
        const string expected = """
            {"type":"object","properties":{"title":{"type":"string"},"days":{"type":["integer","null"]},
            "steps":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}},"required":["name"],"additionalProperties":false}}},
            "required":["title","days","steps"],"additionalProperties":false}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(format.Schema!.Value.GetRawText())), format.Schema.Value.GetRawText());
    }

    [Theory]
    [InlineData("```json\n{\"title\":\"Rome\"}\n```", "code_fence")]
    [InlineData("Here you are:\n```\n{\"title\":\"Rome\"}\n```\nEnjoy!", "code_fence")]
    [InlineData("Sure! {\"title\":\"Rome\"} Hope it helps.", "prose_around")]
    [InlineData("<think>Where {to}?</think>\n{\"title\":\"Rome\"}", "reasoning_tag")]
    [InlineData("{\"title\":\"Rome\",}", "trailing_comma")]
    public async Task GenerateJsonAsync_dirty_answer_is_mended_and_reported(string text, string repair)
    {
        var service = new ScriptedService(text);

        var answer = await service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan);

        Assert.Equal("Rome", answer.Value.Title);
        Assert.Equal([repair], answer.Repairs);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task GenerateJsonAsync_unusable_answer_is_reasked_once_with_its_error_in_the_same_scope()
    {
        var service = new ScriptedService("""{"days":3}""", """{"title":"Rome"}""");

        var answer = await service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan);

        Assert.Equal("Rome", answer.Value.Title);
        Assert.Equal(["reasked"], answer.Repairs);
        Assert.Single(answer.Rejected);
        Assert.Equal(["You plan.", "Plan a trip", """{"days":3}"""], service.Requests[1].Messages.Take(3).Select(message => message.Text));
        Assert.Contains("'title'", service.Requests[1].Messages[3].Text, StringComparison.Ordinal);
        Assert.NotNull(service.Requests[0].Call.Scope);
        Assert.Same(service.Requests[0].Call.Scope, service.Requests[1].Call.Scope);
    }

    [Fact]
    public async Task GenerateJsonAsync_two_unusable_answers_throw_with_the_text_kept()
    {
        var service = new ScriptedService("no", "never");

        var exception = await Assert.ThrowsAsync<LLMInvalidResponseException>(
            () => service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan));

        Assert.Equal("never", exception.PartialText);
        Assert.Equal("req-1", exception.RequestId);
        Assert.Equal(30, exception.Usage!.TotalTokens);
        Assert.DoesNotContain("never", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task GenerateJsonAsync_without_reask_throws_after_the_first()
    {
        var service = new ScriptedService("no");

        await Assert.ThrowsAsync<LLMInvalidResponseException>(
            () => service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan, new() { ReAsk = false }));

        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task GenerateJsonAsync_broken_rule_is_reasked_then_thrown_as_validation()
    {
        var service = new ScriptedService("""{"title":""}""", """{"title":""}""");

        var exception = await Assert.ThrowsAsync<LLMValidationException>(() => service.GenerateJsonAsync(
            Request, PlanJsonContext.Default.Plan, new() { Validate = plan => plan.Title.Length == 0 ? ["title is empty."] : [] }));

        Assert.Equal(["title is empty."], exception.Errors);
        Assert.Equal("The answer breaks 1 rule(s) of Plan; the first: title is empty. All are in Errors.", exception.Message);
    }

    [Fact]
    public async Task GenerateJsonAsync_cut_answer_throws_truncated_before_parsing()
    {
        var service = new ScriptedService(Some.Response("""{"title":"Rome"}""", LLMFinishReason.Length));

        var exception = await Assert.ThrowsAsync<LLMTruncatedResponseException>(
            () => service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan));

        Assert.Equal("The JSON answer was cut at the output cap after 5 tokens. Raise MaxTokens, or ask for less.", exception.Message);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task GenerateJsonAsync_refusal_throws_content_policy()
    {
        var service = new ScriptedService(Some.Response("I will not.", LLMFinishReason.ContentFilter));

        await Assert.ThrowsAsync<LLMContentPolicyException>(() => service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan));
    }

    [Fact]
    public async Task GenerateJsonAsync_failed_generation_of_the_provider_is_tried_first()
    {
        var refusal = new LLMInvalidResponseException("json_validate_failed", new LLMErrorDetails { Provider = "groq", Model = "m" })
        {
            FailedGeneration = "{\"title\":\"Rome\",}",
        };
        var service = new ScriptedService(refusal);

        var answer = await service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan);

        Assert.Equal("Rome", answer.Value.Title);
        Assert.Equal("groq", answer.Response.Provider);
        Assert.Equal("failed_generation_used", Assert.Single(answer.Response.Warnings).Code);
    }

    [Theory]
    [InlineData("""{"value":["a","b"]}""")]
    [InlineData("""["a","b"]""")]
    public async Task GenerateJsonAsync_list_is_asked_for_inside_an_object_and_read_either_way(string text)
    {
        var service = new ScriptedService(text);

        var answer = await service.GenerateJsonAsync(Request, PlanJsonContext.Default.ListString);

        Assert.Equal(["a", "b"], answer.Value);
        Assert.Equal("object", service.Requests[0].ResponseFormat!.Schema!.Value.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"value":["\ud800"]}""")]
    public async Task GenerateJsonAsync_list_with_half_a_character_is_reasked(string text)
    {
        var service = new ScriptedService(text, """["a"]""");

        var answer = await service.GenerateJsonAsync(Request, PlanJsonContext.Default.ListString);

        Assert.Equal(["a"], answer.Value);
    }

    [Fact]
    public async Task GenerateJsonAsync_any_json_asks_for_an_object_without_schema()
    {
        var service = new ScriptedService("""{"free":1}""");

        var answer = await service.GenerateJsonAsync(Request, PlanJsonContext.Default.JsonElement);

        Assert.Equal(1, answer.Value.GetProperty("free").GetInt32());
        Assert.Equal(LLMResponseFormatKind.JsonObject, service.Requests[0].ResponseFormat!.Kind);
    }

    [Fact]
    public async Task GenerateJsonAsync_by_reflection_reads_the_same()
    {
        var service = new ScriptedService("""{"title":"Rome"}""");

        var answer = await service.GenerateJsonAsync<Plan>(Request);

        Assert.Equal("Rome", answer.Value.Title);
    }

    [Fact]
    public async Task GenerateJsonAsync_goes_through_a_decorator_that_overrides_GenerateAsync_only()
    {
        var decorator = new CountingService(new ScriptedService("""{"title":"Rome"}"""));

        await decorator.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan);

        Assert.Equal(1, decorator.Calls);
    }

    [Theory]
    [InlineData("{}", "'Name', 'Population'")]
    [InlineData("""{"Name":"Oslo"}""", "'Population'")]
    [InlineData("""{"Name":null,"Population":5}""", "null at $.Name")]
    public async Task GenerateJsonAsync_member_left_out_or_null_is_an_error_and_not_a_default(string text, string named)
    {
        var service = new ScriptedService(text);

        var exception = await Assert.ThrowsAsync<LLMInvalidResponseException>(
            () => service.GenerateJsonAsync(Request, TownJsonContext.Default.Town, new() { ReAsk = false }));

        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateJsonAsync_names_in_another_case_are_read()
    {
        var service = new ScriptedService("""{"name":"Oslo","population":5}""");

        var answer = await service.GenerateJsonAsync(Request, TownJsonContext.Default.Town);

        Assert.Equal(new Town("Oslo", 5), answer.Value);
    }

    [Fact]
    public async Task GenerateJsonAsync_two_unusable_answers_count_the_tokens_and_sends_of_both()
    {
        var request = Request with { Call = new LLMCallOptions { Scope = new LLMCallScope() } };
        request.Call.Scope!.TryTakeSend(4);
        request.Call.Scope!.TryTakeSend(4);

        var exception = await Assert.ThrowsAsync<LLMInvalidResponseException>(
            () => new ScriptedService("no", "never").GenerateJsonAsync(request, PlanJsonContext.Default.Plan));

        Assert.Equal((30, 2), (exception.Usage!.TotalTokens, exception.Sends));
    }

    [Fact]
    public async Task GenerateJsonAsync_text_that_ends_inside_its_JSON_throws_truncated_though_the_model_said_stop()
    {
        var service = new ScriptedService("""{"title":"Ro""");

        var exception = await Assert.ThrowsAsync<LLMTruncatedResponseException>(
            () => service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan));

        Assert.Equal(
            "The JSON answer ends before its last bracket, though it was not reported as cut (finish reason 'stop'). "
                + "Raise MaxTokens, or ask for less. The text (12 characters) is in PartialText.",
            exception.Message);
        Assert.Equal(("""{"title":"Ro""", 15), (exception.PartialText, exception.Usage!.TotalTokens));
        Assert.Single(service.Requests);
    }
}
