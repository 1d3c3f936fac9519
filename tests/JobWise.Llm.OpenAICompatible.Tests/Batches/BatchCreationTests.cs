using System.Text.Json;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

public sealed class BatchCreationTests : IDisposable
{
    private readonly BatchServer _server = new BatchServer()
        .On(HttpMethod.Post, "/files", """{"id":"file_1","object":"file","purpose":"batch"}""")
        .On(HttpMethod.Post, "/batches", """{"id":"batch_1","object":"batch","status":"validating","input_file_id":"file_1","request_counts":{"total":0,"completed":0,"failed":0}}""")
        .On(HttpMethod.Delete, "/files/file_1", """{"id":"file_1","deleted":true}""");

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task CreateAsync_uploads_a_line_for_each_item_and_makes_a_batch_of_the_file()
    {
        var batch = await _server.Service().CreateAsync([Item("a", "Hi"), Item("b", "Grüße\u2028und\nmehr")]);

        Assert.Equal(2, _server.Requests.Count);
        var lines = LinesOf(_server.Requests[0]);
        JsonAssert.Equal("""{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"some-model","messages":[{"role":"user","content":"Hi"}]}}""", lines[0]);
        JsonAssert.Equal("""{"custom_id":"b","method":"POST","url":"/v1/chat/completions","body":{"model":"some-model","messages":[{"role":"user","content":"Grüße\u2028und\nmehr"}]}}""", lines[1]);
        Assert.Equal(3, lines.Length);
        Assert.Equal("""POST /batches {"input_file_id":"file_1","endpoint":"/v1/chat/completions","completion_window":"24h"}""", _server.Requests[1]);
        Assert.Equal(("batch_1", LLMBatchStatus.Validating, "file_1"), (batch.Id, batch.Status, batch.FileIds["input"]));
        Assert.Null(batch.Counts);
    }

    [Fact]
    public async Task CreateAsync_form_has_two_parts_with_every_value_in_quotes()
    {
        await _server.Service().CreateAsync([Item("a", "Hi")]);

        var form = _server.Requests[0]["POST /files ".Length..];
        var boundary = form.Split("\r\n")[0];
        Assert.Equal(
            $"{boundary}\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n{boundary}\r\nContent-Type: application/jsonl\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"batch.jsonl\"\r\n\r\n"
            + """{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"some-model","messages":[{"role":"user","content":"Hi"}]}}"""
            + $"\n\r\n{boundary}--",
            form);
    }

    [Fact]
    public async Task CreateAsync_body_is_that_of_a_single_call()
    {
        var request = LLMRequest.FromPrompt("Hi", "Be brief.") with
        {
            Model = "other",
            Temperature = 0.5,
            MaxTokens = 10,
            ResponseFormat = LLMResponseFormat.JsonObject,
            ExtraFields = new Dictionary<string, JsonElement> { ["user"] = JsonSerializer.SerializeToElement("u", JsonSerializerOptions.Default) },
        };

        await _server.Service().CreateAsync([new LLMBatchItem { CustomId = "a", Request = request }]);

        var body = JsonDocument.Parse(LinesOf(_server.Requests[0])[0]).RootElement.GetProperty("body").GetRawText();
        Assert.Equal(await Some.BodyOf(request), body);
    }

    [Theory]
    [InlineData(24, "24h")]
    [InlineData(25, "25h")]
    [InlineData(48, "2d")]
    [InlineData(168, "7d")]
    public async Task CreateAsync_window_is_spelled_in_hours_or_days(int hours, string expected)
    {
        await _server.Service().CreateAsync([Item("a", "Hi")], new LLMBatchOptions { CompletionWindow = TimeSpan.FromHours(hours) });

        Assert.EndsWith($"\"completion_window\":\"{expected}\"}}", _server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_what_is_not_sent_as_asked_is_reported_per_item()
    {
        var service = (ILLMBatchService)Some.Service(
            _server.Handler, OpenAIDialect.Compatible with { Batch = BatchServer.Rules, ModelRules = [new OpenAIModelRule { Prefix = "some", FixedSampling = true }] })
            .GetService(typeof(ILLMBatchService))!;
        var warm = LLMRequest.FromPrompt("Hi") with { Temperature = 0.9 };

        var batch = await service.CreateAsync([Item("a", "Hi"), new LLMBatchItem { CustomId = "b", Request = warm }, new LLMBatchItem { CustomId = "c", Request = warm }]);

        Assert.Equal([("b", "Temperature"), ("c", "Temperature")], batch.Warnings.Select(warning => (warning.CustomId, warning.Warning.Option!)));
        Assert.Same(batch.Warnings[0].Warning, batch.Warnings[1].Warning);
        Assert.DoesNotContain("0.9", _server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_refused_batch_deletes_its_file_and_tells_the_refusal()
    {
        using var server = new BatchServer()
            .On(HttpMethod.Post, "/files", """{"id":"file/1"}""")
            .On(HttpMethod.Post, "/batches", """{"error":{"message":"No batches with key-of-tests-123","type":"invalid_request_error"}}""", 400)
            .On(HttpMethod.Delete, "/files/file%2F1", "", 500);

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => server.Service().CreateAsync([Item("a", "Hi")]));

        Assert.Equal("openai_compatible answered with HTTP 400 (invalid_request_error): No batches with ***.", error.Message);
        Assert.Equal("DELETE /files/file%2F1", server.Requests[2]);
    }

    [Fact]
    public async Task CreateAsync_refused_upload_makes_no_batch()
    {
        using var server = new BatchServer().On(HttpMethod.Post, "/files", """{"error":{"message":"Busy","code":"rate_limit_exceeded"}}""", 429);

        await Assert.ThrowsAsync<LLMRateLimitException>(() => server.Service().CreateAsync([Item("a", "Hi")]));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("[]", "The answer to the upload names no file. Check BaseUrl.")]
    [InlineData("{}", "The answer to the upload names no file. Check BaseUrl.")]
    [InlineData("<html>", "The answer to the upload is not valid JSON. Check BaseUrl and any proxy on the way.")]
    public async Task CreateAsync_answer_without_a_file_is_an_invalid_response(string answer, string message)
    {
        using var server = new BatchServer().On(HttpMethod.Post, "/files", answer);

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(() => server.Service().CreateAsync([Item("a", "Hi")]));

        Assert.Equal($"openai_compatible: {message}", error.Message);
    }

    [Fact]
    public async Task CreateAsync_limit_for_the_first_byte_does_not_count_the_upload()
    {
        var time = new TwoClockTimeProvider();
        using var server = new BatchServer()
            .On(HttpMethod.Post, "/files", _ =>
            {
                time.Advance(TimeSpan.FromMinutes(5));
                return BatchServer.Response("""{"id":"file_1"}""");
            })
            .On(HttpMethod.Post, "/batches", """{"id":"batch_1","status":"validating"}""");
        var options = Some.Options();
        options.FirstByteTimeout = TimeSpan.FromSeconds(1);

        Assert.Equal("batch_1", (await server.Service(options: options, time: time).CreateAsync([Item("a", "Hi")])).Id);
    }

    private static LLMBatchItem Item(string id, string prompt) => new() { CustomId = id, Request = LLMRequest.FromPrompt(prompt) };

    /// <summary>The lines of the file; the last is what follows the last line end.</summary>
    private static string[] LinesOf(string request)
    {
        var from = request.IndexOf("{\"custom_id\"", StringComparison.Ordinal);
        return request[from..request.LastIndexOf("\r\n--", StringComparison.Ordinal)].Split('\n');
    }
}
