namespace JobWise.Llm.Tests;

public sealed class JsonReAskTests
{
    private static readonly LLMRequest Request = LLMRequest.FromPrompt("Plan a trip", "You plan.");

    [Fact]
    public async Task GenerateJsonAsync_failed_generation_that_is_no_good_is_reasked_and_both_are_reported()
    {
        var refusal = new LLMInvalidResponseException("json_validate_failed", new LLMErrorDetails { Provider = "groq" }) { FailedGeneration = """{"days":3}""" };
        var service = new ScriptedService(refusal, """{"title":"Rome"}""");

        var answer = await service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan);

        Assert.Equal(["reasked"], answer.Repairs);
        Assert.Equal("groq", Assert.Single(answer.Rejected).Provider);
        Assert.Equal("""{"days":3}""", service.Requests[1].Messages[2].Text);
    }

    [Fact]
    public async Task GenerateJsonAsync_second_answer_that_is_cut_counts_the_tokens_of_both()
    {
        var service = new ScriptedService("no", Some.Response("""{"title":""", LLMFinishReason.Length));

        var exception = await Assert.ThrowsAsync<LLMTruncatedResponseException>(
            () => service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan));

        Assert.Equal(30, exception.Usage!.TotalTokens);
    }

    [Fact]
    public async Task GenerateJsonAsync_usage_that_one_ask_does_not_tell_makes_the_sum_unknown()
    {
        var service = new ScriptedService("no", Some.Response("never") with { Usage = null });

        var exception = await Assert.ThrowsAsync<LLMInvalidResponseException>(
            () => service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan));

        Assert.Null(exception.Usage);
    }

    [Fact]
    public async Task GenerateJsonAsync_many_long_errors_are_sent_back_few_and_short()
    {
        var service = new ScriptedService("""{"title":"Rome"}""", """{"title":"Rome"}""");
        string[] errors = [.. Enumerable.Repeat(new string('x', 500), 7)];

        await Assert.ThrowsAsync<LLMValidationException>(() => service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan, new() { Validate = _ => errors }));

        var lines = service.Requests[1].Messages[^1].Text.Split('\n');
        Assert.Equal(["Your JSON cannot be used:", .. Enumerable.Repeat("- " + new string('x', 200) + " […]", 5), "- and 2 more"], lines[..^1]);
    }

    [Theory]
    [InlineData(8_000, 8_000)]
    [InlineData(8_001, 8_004)]
    public async Task GenerateJsonAsync_rejected_answer_is_repeated_up_to_a_length(int length, int repeated)
    {
        var service = new ScriptedService(new string('x', length), """{"title":"Rome"}""");

        await service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan);

        Assert.Equal(repeated, service.Requests[1].Messages[2].Text.Length);
    }

    [Fact]
    public async Task GenerateJsonAsync_empty_answer_is_reasked_without_an_empty_turn()
    {
        var service = new ScriptedService(" ", """{"title":"Rome"}""");

        await service.GenerateJsonAsync(Request, PlanJsonContext.Default.Plan);

        Assert.Equal([LLMRole.System, LLMRole.User, LLMRole.User], service.Requests[1].Messages.Select(message => message.Role));
    }
}
