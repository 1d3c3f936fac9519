namespace JobWise.Llm.Anthropic.Tests.Batches;

public sealed class BatchResultsTests
{
    private const string Answered = """{"custom_id":"a","result":{"type":"succeeded","message":{"id":"msg_1","model":"claude-haiku-4-5","content":[{"type":"text","text":"Hello"}],"stop_reason":"end_turn","usage":{"input_tokens":9,"output_tokens":3,"service_tier":"batch"}}}}""";

    [Fact]
    public async Task Results_come_line_by_line_from_below_the_configured_address()
    {
        const string Errored = """{"custom_id":"b","result":{"type":"errored","error":{"type":"error","error":{"type":"not_found_error","message":"model: x"},"request_id":"req_4"}}}""";
        using var server = new BatchServer().WithResults($"{Answered}\n{Errored}\n", """{"processing":0,"succeeded":1,"errored":1,"canceled":0,"expired":0}""");

        var results = await server.Service().GetResultsAsync("msgbatch_1").ToListAsync();

        Assert.Equal(["GET /v1/messages/batches/msgbatch_1", "GET /v1/messages/batches/msgbatch_1/results"], server.Requests);
        Assert.Equal(("a", "Hello", true, 12), (results[0].CustomId, results[0].Response!.Text, results[0].Response!.IsBatch, results[0].Response!.Usage!.TotalTokens));
        Assert.IsType<LLMModelNotFoundException>(results[1].Error);
        Assert.Equal(("b", "req_4", 404), (results[1].CustomId, results[1].Error!.RequestId, results[1].Error!.StatusCode));
    }

    [Fact]
    public async Task Answer_is_priced_as_a_batch()
    {
        using var server = new BatchServer().WithResults(Answered, "null");

        var response = (await server.Service().GetResultsAsync("msgbatch_1").ToListAsync())[0].Response!;

        Assert.Equal(((9 * 1m) + (3 * 5m)) / 2 / 1_000_000, new LLMPriceBook().Price(LLMPricedCall.Of(response, new DateOnly(2026, 11, 24))).Usd);
    }

    [Theory]
    [InlineData("canceled", "cancelled")]
    [InlineData("expired", "expired")]
    public async Task Item_that_was_not_done_says_how_it_ended(string type, string status)
    {
        using var server = new BatchServer().WithResults($$$"""{"custom_id":"c","result":{"type":"{{{type}}}"} }""", "null");

        var result = Assert.Single(await server.Service().GetResultsAsync("msgbatch_1").ToListAsync());

        var error = Assert.IsType<LLMBatchItemUnfinishedException>(result.Error);
        Assert.Equal(("c", status, type), (result.CustomId, error.Status.Value, error.ProviderCode));
        Assert.Equal($"anthropic: The batch 'msgbatch_1' was {status} before this item was answered. Send it again, alone or in another batch.", error.Message);
    }

    [Theory]
    [InlineData("invalid_request_error", typeof(LLMInvalidRequestException))]
    [InlineData("authentication_error", typeof(LLMAuthenticationException))]
    [InlineData("billing_error", typeof(LLMQuotaException))]
    [InlineData("permission_error", typeof(LLMPermissionException))]
    [InlineData("not_found_error", typeof(LLMInvalidRequestException))]
    [InlineData("request_too_large", typeof(LLMContextLengthException))]
    [InlineData("rate_limit_error", typeof(LLMRateLimitException))]
    [InlineData("api_error", typeof(LLMServerException))]
    [InlineData("timeout_error", typeof(LLMServerException))]
    [InlineData("overloaded_error", typeof(LLMRateLimitException))]
    [InlineData("brand_new_error", typeof(LLMServerException))]
    public async Task Error_of_an_item_is_what_a_single_call_would_throw(string type, Type expected)
    {
        using var server = new BatchServer().WithResults(
            $$$"""{"custom_id":"d","result":{"type":"errored","error":{"type":"error","error":{"type":"{{{type}}}","message":"x"} } } }""", "null");

        var result = Assert.Single(await server.Service().GetResultsAsync("msgbatch_1").ToListAsync());

        Assert.IsType(expected, result.Error);
        Assert.Equal(type, result.Error!.ProviderCode);
    }

    [Theory]
    [InlineData("""{"custom_id":"e"}""")]
    [InlineData("""{"custom_id":"e","result":{"type":"succeeded","message":{}}}""")]
    [InlineData("""{"custom_id":"e","result":{"type":"succeeded","message":null}}""")]
    [InlineData("""{"custom_id":"e","result":{"type":"brand_new"}}""")]
    [InlineData("""{"custom_id":"e","result":{"type":}}""")]
    public async Task Line_that_cannot_be_read_is_the_error_of_its_item(string line)
    {
        using var server = new BatchServer().WithResults($"{line}\n{Answered}\n", "null");

        var results = await server.Service().GetResultsAsync("msgbatch_1").ToListAsync();

        Assert.IsType<LLMInvalidResponseException>(results[0].Error);
        Assert.Equal(("e", true), (results[0].CustomId, results[1].IsSuccess));
    }

    [Theory]
    [InlineData(Answered + "\n", 2)]
    [InlineData(Answered + "\n{\"custom_id\":\"b\",\"resu", 2)]
    [InlineData(Answered + "\n" + Answered + "\n", 2)]
    [InlineData("", 1)]
    public async Task Results_that_end_too_early_are_no_silent_end(string lines, int total)
    {
        using var server = new BatchServer().WithResults(lines, $$"""{"processing":0,"succeeded":{{total}}}""");

        var error = await Assert.ThrowsAsync<LLMConnectionException>(async () => await server.Service().GetResultsAsync("msgbatch_1").ToListAsync());

        Assert.EndsWith("Read them again.", error.Message, StringComparison.Ordinal);
    }
}
