namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

public sealed class BatchResultsTests
{
    [Fact]
    public async Task GetResultsAsync_answer_is_that_of_a_single_call_marked_as_a_batchs()
    {
        using var server = new BatchServer().WithBatch("completed", output: Lines.Join(Lines.Answer("a")), counts: """{"total":1,"completed":1,"failed":0}""");
        using var single = Some.Server(Some.Answer);

        var result = Assert.Single(await server.ResultsAsync());
        var expected = await Some.Service(single).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(("a", true), (result.CustomId, result.IsSuccess));
        var response = result.Response!;
        Assert.Equal(("Hello", "openai_compatible", expected.Model, expected.FinishReason), (response.Text, response.Provider, response.Model, response.FinishReason));
        Assert.Equal(expected.Usage, response.Usage);
        Assert.Equal(("req_a", "cmpl_a", true, TimeSpan.Zero), (response.RequestId, response.ResponseId, response.IsBatch, response.GenerationTime));
    }

    [Fact]
    public async Task GetResultsAsync_reads_answers_and_then_errors()
    {
        using var server = new BatchServer().WithBatch(
            "completed",
            output: Lines.Join(Lines.Answer("b"), Lines.Answer("a")),
            errors: Lines.Join(Lines.Failure("c", "request_timeout")),
            counts: """{"total":3,"completed":2,"failed":1}""");

        var results = await server.ResultsAsync();

        Assert.Equal([("b", true), ("a", true), ("c", false)], results.Select(result => (result.CustomId, result.IsSuccess)));
        Assert.Equal(["GET /batches/batch_1", "GET /files/out/content", "GET /files/err/content"], server.Requests);
    }

    [Theory]
    [InlineData(429, """{"message":"Busy. Please try again in 7.66s.","code":"rate_limit_exceeded"}""", typeof(LLMRateLimitException), "rate_limit_exceeded")]
    [InlineData(400, """{"message":"Too long","code":"context_length_exceeded"}""", typeof(LLMContextLengthException), "context_length_exceeded")]
    [InlineData(400, """{"message":"Bad JSON","code":"json_validate_failed","failed_generation":"{"}""", typeof(LLMInvalidResponseException), "json_validate_failed")]
    [InlineData(404, """{"message":"The model x does not exist","code":"model_not_found"}""", typeof(LLMModelNotFoundException), "model_not_found")]
    [InlineData(500, "null", typeof(LLMServerException), null)]
    public async Task GetResultsAsync_refused_line_is_the_exception_of_a_single_call(int status, string error, Type expected, string? code)
    {
        using var server = new BatchServer().WithBatch("completed", errors: Lines.Join(Lines.Refusal("a", status, error), Lines.Answer("b")));
        using var single = Some.Server($$"""{"error":{{error}}}""", status);

        var results = await server.ResultsAsync();
        var alone = await Some.FailureOf(single);

        var failure = results[0].Error!;
        Assert.Equal((expected, status, code, "req_a"), (failure.GetType(), failure.StatusCode!.Value, failure.ProviderCode, failure.RequestId));
        Assert.Equal((alone.GetType(), alone.RetryAfter, alone.IsTransient), (failure.GetType(), failure.RetryAfter, failure.IsTransient));
        Assert.True(results[1].IsSuccess);
    }

    [Fact]
    public async Task GetResultsAsync_line_without_an_answer_is_an_error_with_the_vendors_words_and_no_key()
    {
        var line = """{"custom_id":"a","response":null,"error":{"code":"request_timeout","message":"Late for key-of-tests-123"}}""";
        using var server = new BatchServer().WithBatch("completed", errors: Lines.Join(line));

        var error = Assert.IsType<LLMServerException>(Assert.Single(await server.ResultsAsync()).Error);

        Assert.Equal("openai_compatible answered with an error in its answer (request_timeout): Late for ***.", error.Message);
        Assert.Null(error.StatusCode);
    }

    [Theory]
    [InlineData("""{"id":"1","custom_id":"a","response":{"status_code":200,"body":{"choices":[}}}""", "a", "A line of the results is not valid JSON.")]
    [InlineData("""{"id":"1","custom_id":"a","respon""", "a", "A line of the results is not valid JSON.")]
    [InlineData("""{"id":{"x":[1""", "", "A line of the results is not valid JSON.")]
    [InlineData("nonsense", "", "A line of the results is not valid JSON.")]
    [InlineData("7", "", "A line of the results is JSON, but not an object.")]
    [InlineData("""{"custom_id":"a"} {"custom_id":"b"}""", "a", "A line of the results is not valid JSON.")]
    [InlineData("""{"custom_id":"a","response":null,"error":null}""", "a", "A line of the results has neither an answer nor an error.")]
    [InlineData("""{"custom_id":"a","response":{"status_code":200,"body":null}}""", "a", "A line of the results has neither an answer nor an error.")]
    [InlineData("""{"custom_id":"a","response":{"status_code":200,"body":{"choices":[]}}}""", "a", "The answer has no choices, so it holds no text.")]
    [InlineData("""{"custom_id":"a","response":{"status_code":200,"body":"<html>"}}""", "a", "The answer is JSON, but not an object.")]
    public async Task GetResultsAsync_broken_line_fails_alone(string line, string id, string message)
    {
        using var server = new BatchServer().WithBatch("completed", output: Lines.Join(Lines.Answer("x"), line, "", Lines.Answer("y")));

        var results = await server.ResultsAsync();

        Assert.Equal(["x", id, "y"], results.Select(result => result.CustomId));
        Assert.Equal($"openai_compatible: {message}", Assert.IsType<LLMInvalidResponseException>(results[1].Error).Message);
    }

    [Fact]
    public async Task GetResultsAsync_line_over_the_cap_fails_alone_and_keeps_its_id()
    {
        using var server = new BatchServer().WithBatch("completed", output: Lines.Join(Lines.Answer("a", new string('x', 5000)), Lines.Answer("b")));
        var options = Some.Options();
        options.MaxResponseBytes = 2000;

        var results = await server.Service(options: options).GetResultsAsync("batch_1").ToListAsync();

        Assert.Equal([("a", false), ("b", true)], results.Select(result => (result.CustomId, result.IsSuccess)));
        Assert.Equal("openai_compatible: The line of the results is larger than 2000 bytes. Raise MaxResponseBytes if this size is expected.", results[0].Error!.Message);
    }

    [Fact]
    public async Task GetResultsAsync_id_that_nobody_sent_is_passed_on()
    {
        using var server = new BatchServer().WithBatch("completed", output: Lines.Join(Lines.Answer("who?")), counts: """{"total":1,"completed":1}""");

        Assert.Equal("who?", Assert.Single(await server.ResultsAsync()).CustomId);
    }

    [Fact]
    public async Task GetResultsAsync_running_batch_is_refused_before_a_download()
    {
        using var server = new BatchServer().WithBatch("finalizing", output: "");

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(server.ResultsAsync);

        Assert.Equal("openai_compatible: The batch 'batch_1' is finalizing; it has results once it has ended. Wait with WaitAsync.", error.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task GetResultsAsync_batch_refused_as_a_whole_tells_its_first_reason()
    {
        using var server = new BatchServer().On(
            HttpMethod.Get, "/batches/batch_1", """{"id":"batch_1","status":"failed","errors":{"data":[{"code":"x","message":"Line 1 is no JSON."}]},"input_file_id":"in"}""");

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(server.ResultsAsync);

        Assert.Equal("openai_compatible: The batch 'batch_1' was refused as a whole, so it has no results. Its first reason: Line 1 is no JSON.", error.Message);
    }
}
