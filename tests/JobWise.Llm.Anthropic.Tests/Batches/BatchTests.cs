using System.Text.Json;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Anthropic.Tests.Batches;

public sealed class BatchTests
{
    [Fact]
    public async Task CreateAsync_sends_all_items_in_one_request()
    {
        using var server = new BatchServer().On(HttpMethod.Post, string.Empty, BatchServer.Batch);

        var batch = await server.Service().CreateAsync(
        [
            Item("a", "Hi"),
            new LLMBatchItem { CustomId = "b", Request = LLMRequest.FromPrompt("Yo") with { Model = "claude-opus-5", MaxTokens = 30_000, Temperature = 0 } },
        ]);

        JsonAssert.Equal(
            """
            {"requests":[
              {"custom_id":"a","params":{"model":"claude-haiku-4-5","max_tokens":100,"messages":[{"role":"user","content":"Hi"}]}},
              {"custom_id":"b","params":{"model":"claude-opus-5","max_tokens":30000,"messages":[{"role":"user","content":"Yo"}]}}]}
            """,
            Assert.Single(server.Requests)["POST /v1/messages/batches ".Length..]);
        Assert.Equal(("msgbatch_1", "anthropic", LLMBatchStatus.InProgress, false), (batch.Id, batch.Provider, batch.Status, batch.IsEnded));
        Assert.Equal((4, 1, 1, 2), (batch.Counts!.Total, batch.Counts.Succeeded, batch.Counts.Failed, batch.Counts.Unfinished));
        Assert.Equal((new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), null), (batch.CreatedAt, batch.EndedAt));
        Assert.Equal(500, batch.ExpiresAt!.Value.Millisecond);
        Assert.Equal(("b", "Temperature"), (Assert.Single(batch.Warnings).CustomId, batch.Warnings[0].Warning.Option));
    }

    [Theory]
    [InlineData("", "anthropic: The CustomId of item 1, '', is not 1 to 64 letters, digits, hyphens and underscores of ASCII.")]
    [InlineData("ä", "anthropic: The CustomId of item 1, 'ä', is not 1 to 64 letters, digits, hyphens and underscores of ASCII.")]
    public async Task CreateAsync_id_that_is_refused_is_told_before_anything_is_sent(string id, string message)
    {
        using var server = new BatchServer();

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => server.Service().CreateAsync([Item(id, "Hi")]));

        Assert.Equal(message, error.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task CreateAsync_item_that_is_refused_is_named()
    {
        using var server = new BatchServer();
        var item = new LLMBatchItem { CustomId = "x", Request = Some.Request with { ExtraFields = new Dictionary<string, JsonElement> { ["stream"] = JsonElement.Parse("true") } } };

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => server.Service().CreateAsync([item]));

        Assert.StartsWith("The item 'x': ExtraFields holds 'stream'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_other_window_or_no_item_is_refused()
    {
        using var server = new BatchServer();
        var service = server.Service();

        await Assert.ThrowsAsync<LLMInvalidRequestException>(() => service.CreateAsync([Item("a", "x")], new LLMBatchOptions { CompletionWindow = TimeSpan.FromHours(48) }));
        await Assert.ThrowsAsync<LLMInvalidRequestException>(() => service.CreateAsync(Array.Empty<LLMBatchItem>()));
        Assert.Equal((100_000, 256_000_000L, false), (service.Rules.MaxItems, service.Rules.MaxBytes, service.Rules.RequiresOneModel));
    }

    [Theory]
    [InlineData("in_progress", 0, 0, "in_progress")]
    [InlineData("canceling", 0, 0, "cancelling")]
    [InlineData("ended", 0, 0, "completed")]
    [InlineData("ended", 1, 1, "cancelled")]
    [InlineData("ended", 0, 1, "expired")]
    [InlineData("brand_new", 0, 0, "brand_new")]
    public async Task GetAsync_status_is_ours(string wire, int cancelled, int expired, string expected)
    {
        using var server = new BatchServer().On(HttpMethod.Get, "/msgbatch_1", $$"""
            {"id":"msgbatch_1","processing_status":"{{wire}}","request_counts":{"processing":0,"succeeded":1,"errored":0,"canceled":{{cancelled}},"expired":{{expired}} } }
            """);

        var batch = await server.Service().GetAsync("msgbatch_1");

        Assert.Equal(expected, batch.Status.Value);
    }

    [Theory]
    [InlineData("{}", "anthropic: The answer is JSON, but not a batch. Check BaseUrl.")]
    [InlineData("<html>", "anthropic: The batch is not valid JSON. Check BaseUrl and any proxy on the way.")]
    public async Task GetAsync_what_is_no_batch_is_an_invalid_response(string body, string message)
    {
        using var server = new BatchServer().On(HttpMethod.Get, "/x", body);

        Assert.Equal(message, (await Assert.ThrowsAsync<LLMInvalidResponseException>(() => server.Service().GetAsync("x"))).Message);
    }

    [Fact]
    public async Task CancelAsync_and_ListAsync_use_their_addresses()
    {
        using var server = new BatchServer()
            .On(HttpMethod.Post, "/a%2Fb/cancel", BatchServer.Batch.Replace("in_progress", "canceling", StringComparison.Ordinal))
            .On(HttpMethod.Get, "?limit=100", $$"""{"data":[{{BatchServer.Batch}}],"has_more":true,"last_id":"msgbatch_1"}""")
            .On(HttpMethod.Get, "?limit=100&after_id=msgbatch_1", """{"data":[{"id":"msgbatch_0","processing_status":"ended"}],"has_more":false,"last_id":"msgbatch_0"}""");

        var cancelled = await server.Service().CancelAsync("a/b");
        var listed = await server.Service().ListAsync().ToListAsync();

        Assert.Equal(LLMBatchStatus.Cancelling, cancelled.Status);
        Assert.Equal(["msgbatch_1", "msgbatch_0"], listed.Select(batch => batch.Id));
    }

    [Fact]
    public async Task ListAsync_page_that_names_itself_is_an_invalid_response()
    {
        using var server = new BatchServer()
            .On(HttpMethod.Get, "?limit=100", """{"data":[],"has_more":true,"last_id":"x"}""")
            .On(HttpMethod.Get, "?limit=100&after_id=x", """{"data":[],"has_more":true,"last_id":"x"}""");

        await Assert.ThrowsAsync<LLMInvalidResponseException>(async () => await server.Service().ListAsync().ToListAsync());
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task DeleteDataAsync_deletes_a_batch_that_has_ended(int status)
    {
        using var server = new BatchServer().WithResults(string.Empty, "null").On(HttpMethod.Delete, "/msgbatch_1", """{"id":"msgbatch_1","type":"message_batch_deleted"}""", status);

        await server.Service().DeleteDataAsync("msgbatch_1");

        Assert.Equal(["GET /v1/messages/batches/msgbatch_1", "DELETE /v1/messages/batches/msgbatch_1"], server.Requests);
    }

    [Fact]
    public async Task Batch_that_runs_has_neither_results_nor_anything_to_delete()
    {
        using var server = new BatchServer().On(HttpMethod.Get, "/msgbatch_1", BatchServer.Batch);
        var service = server.Service();

        var results = await Assert.ThrowsAsync<LLMInvalidRequestException>(async () => await service.GetResultsAsync("msgbatch_1").ToListAsync());
        await Assert.ThrowsAsync<LLMInvalidRequestException>(() => service.DeleteDataAsync("msgbatch_1"));

        Assert.Equal("anthropic: The batch 'msgbatch_1' is in_progress; it has results once it has ended. Wait with WaitAsync.", results.Message);
    }

    private static LLMBatchItem Item(string id, string prompt) => new() { CustomId = id, Request = Some.Request with { Prompt = prompt } };
}
