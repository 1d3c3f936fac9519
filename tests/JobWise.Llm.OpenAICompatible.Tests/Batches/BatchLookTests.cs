namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

public sealed class BatchLookTests
{
    private const string Whole = """
        {"id":"batch_1","object":"batch","endpoint":"/v1/chat/completions","errors":{"object":"list","data":[
          {"code":"invalid_json_line","message":"Line 3 is wrong, says key-of-tests-123","param":null,"line":3},{"code":null,"message":null},7]},
         "input_file_id":"in","completion_window":"24h","status":"expired","output_file_id":"out","error_file_id":null,"created_at":1763980000,
         "in_progress_at":1763980001,"expires_at":1764066400,"finalizing_at":0,"completed_at":null,"failed_at":null,"expired_at":"1764066401",
         "cancelling_at":null,"cancelled_at":null,"request_counts":{"total":5,"completed":3,"failed":1,"else":2},"metadata":{"a":"b"},"usage":{"x":[1]}}
        """;

    [Fact]
    public async Task GetAsync_reads_the_whole_batch()
    {
        using var server = new BatchServer().On(HttpMethod.Get, "/batches/batch_1", Whole);

        var batch = await server.Service().GetAsync("batch_1");

        Assert.Equal(("batch_1", "openai_compatible", LLMBatchStatus.Expired), (batch.Id, batch.Provider, batch.Status));
        Assert.Equal(new LLMBatchCounts { Total = 5, Succeeded = 3, Failed = 1 }, batch.Counts);
        Assert.Equal([1763980000, 1764066400, 1764066401], new[] { batch.CreatedAt, batch.ExpiresAt, batch.EndedAt }.Select(time => time!.Value.ToUnixTimeSeconds()));
        Assert.Equal([new LLMBatchProblem { Code = "invalid_json_line", Message = "Line 3 is wrong, says ***", Line = 3 }], batch.Problems);
        Assert.Equal(new Dictionary<string, string> { ["input"] = "in", ["output"] = "out" }, batch.FileIds);
    }

    [Fact]
    public async Task GetAsync_unknown_status_and_missing_members_pass_through()
    {
        using var server = new BatchServer().On(HttpMethod.Get, "/batches/b", """{"status":"resting","id":"b","request_counts":[],"errors":7,"created_at":"soon","expires_at":1e300}""");

        var batch = await server.Service().GetAsync("b");

        Assert.Equal(("resting", false), (batch.Status.Value, batch.IsEnded));
        Assert.Equal((null, null, null), (batch.Counts, batch.CreatedAt, batch.ExpiresAt));
    }

    [Theory]
    [InlineData("[]", "The answer is JSON, but not a batch. Check BaseUrl.")]
    [InlineData("{}", "The answer is JSON, but not a batch. Check BaseUrl.")]
    [InlineData("""{"id":"b","status":""}""", "The answer is JSON, but not a batch. Check BaseUrl.")]
    [InlineData("", "The batch is not valid JSON. Check BaseUrl and any proxy on the way.")]
    [InlineData("""{"id":"b","status":"fail""", "The batch is not valid JSON. Check BaseUrl and any proxy on the way.")]
    public async Task GetAsync_what_is_no_batch_is_an_invalid_response(string answer, string message)
    {
        using var server = new BatchServer().On(HttpMethod.Get, "/batches/b", answer);

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(() => server.Service().GetAsync("b"));

        Assert.Equal($"openai_compatible: {message}", error.Message);
    }

    [Fact]
    public async Task CancelAsync_posts_without_a_body_and_escapes_the_id()
    {
        using var server = new BatchServer().On(HttpMethod.Post, "/batches/..%2Fx%3Fy/cancel", """{"id":"../x?y","status":"cancelling"}""");

        var batch = await server.Service().CancelAsync("../x?y");

        Assert.Equal(LLMBatchStatus.Cancelling, batch.Status);
        Assert.Equal(["POST /batches/..%2Fx%3Fy/cancel"], server.Requests);
    }

    [Theory]
    [InlineData(404, """{"error":{"message":"No batch found","type":"invalid_request_error"}}""", typeof(LLMInvalidRequestException))]
    [InlineData(401, """{"error":{"message":"No","code":"invalid_api_key"}}""", typeof(LLMAuthenticationException))]
    [InlineData(503, "", typeof(LLMServerException))]
    public async Task GetAsync_failure_is_typed_as_for_single_calls(int status, string answer, Type expected)
    {
        using var server = new BatchServer().On(HttpMethod.Get, "/batches/b", answer, status);

        Assert.Equal(expected, (await Assert.ThrowsAnyAsync<LLMServiceException>(() => server.Service().GetAsync("b"))).GetType());
    }

    [Fact]
    public async Task ListAsync_goes_on_after_the_last_id_and_only_as_far_as_it_is_read()
    {
        using var server = new BatchServer()
            .On(HttpMethod.Get, "/batches?limit=100", """{"object":"list","data":[{"id":"b1","status":"completed"},7],"has_more":true,"last_id":"b&1"}""")
            .On(HttpMethod.Get, "/batches?limit=100&after=b%261", """{"data":[{"id":"b2","status":"failed"}],"has_more":true}""")
            .On(HttpMethod.Get, "/batches?limit=100&after=b2", """{"data":null,"has_more":false}""");

        Assert.Equal("b1", (await server.Service().ListAsync().FirstAsync()).Id);
        Assert.Single(server.Requests);
        Assert.Equal(["b1", "b2"], await server.Service().ListAsync().Select(batch => batch.Id).ToListAsync());
    }

    [Fact]
    public async Task ListAsync_goes_on_at_a_cursor()
    {
        using var server = new BatchServer()
            .On(HttpMethod.Get, "/batches?limit=100", """{"data":[{"id":"b1","status":"completed"}],"paging":{"next_cursor":"c=2"}}""")
            .On(HttpMethod.Get, "/batches?limit=100&cursor=c%3D2", """{"data":[{"id":"b2","status":"failed"}],"paging":{"next_cursor":null}}""");

        Assert.Equal(["b1", "b2"], await server.Service().ListAsync().Select(batch => batch.Id).ToListAsync());
    }

    [Fact]
    public async Task ListAsync_page_that_names_itself_as_the_next_ends_with_an_error()
    {
        using var server = new BatchServer()
            .On(HttpMethod.Get, "/batches?limit=100", """{"data":[{"id":"b1","status":"completed"}],"has_more":true}""")
            .On(HttpMethod.Get, "/batches?limit=100&after=b1", """{"data":[{"id":"b1","status":"completed"}],"has_more":true}""");

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(async () => await server.Service().ListAsync().CountAsync());

        Assert.Equal("openai_compatible: The list of batches names a next page after 2 pages, and it brings nothing new.", error.Message);
    }

    [Fact]
    public async Task ListAsync_what_is_no_list_is_an_invalid_response()
    {
        using var server = new BatchServer().On(HttpMethod.Get, "/batches?limit=100", "{}");

        await Assert.ThrowsAsync<LLMInvalidResponseException>(async () => await server.Service().ListAsync().CountAsync());
    }

    [Fact]
    public async Task DeleteDataAsync_deletes_every_file_and_minds_none_that_is_gone()
    {
        using var server = new BatchServer().WithBatch("completed", output: "", errors: "", input: "")
            .On(HttpMethod.Delete, "/files/in", "{}").On(HttpMethod.Delete, "/files/out", """{"error":{"message":"No such File object: out"}}""", 404)
            .On(HttpMethod.Delete, "/files/err", "{}");

        await server.Service().DeleteDataAsync("batch_1");

        Assert.Equal(["DELETE /files/err", "DELETE /files/in", "DELETE /files/out"], server.Requests.Skip(1).Order());
    }

    [Fact]
    public async Task DeleteDataAsync_batch_that_is_gone_is_no_error()
    {
        using var server = new BatchServer().On(HttpMethod.Get, "/batches/batch_1", """{"error":{"message":"No such batch"}}""", 404);

        await server.Service().DeleteDataAsync("batch_1");

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task DeleteDataAsync_running_batch_keeps_its_data()
    {
        using var server = new BatchServer().WithBatch("in_progress", input: "");

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => server.Service().DeleteDataAsync("batch_1"));

        Assert.Equal("openai_compatible: The batch 'batch_1' is in_progress, so its data is still in use. Cancel it and wait, then delete.", error.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Members_without_an_id_are_refused(string id)
    {
        using var server = new BatchServer();

        await Assert.ThrowsAsync<ArgumentException>(() => server.Service().GetAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => server.Service().CancelAsync(id));
        Assert.Throws<ArgumentException>(() => { _ = server.Service().GetResultsAsync(id); });
    }
}
