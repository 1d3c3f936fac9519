using JobWise.Llm.IntegrationTests.Peer;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.IntegrationTests.Providers;

/// <summary>Batches, for the vendors of the OpenAI protocol that have them: files go up, a batch is made of one, its results are files again.</summary>
/// <param name="server">Shared by all tests.</param>
public abstract class OpenAIBatchPeerTests(PeerServer server) : OpenAIWirePeerTests(server)
{
    // Where the server is told how a batch shall end.
    private const string OutcomeHeader = "X-AIMock-Batch-Outcome";

    private static readonly LLMBatchWaitOptions SoonAgain = new()
    {
        FirstInterval = TimeSpan.FromMilliseconds(10),
        LongestInterval = TimeSpan.FromMilliseconds(20),
        Timeout = TimeSpan.FromSeconds(30),
    };

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task Batch_is_handed_over_waited_for_and_read_by_custom_id(CallPath path)
    {
        var batches = CreateBatches(path);
        var created = await batches.CreateAsync(Items);

        var ended = await batches.WaitAsync(created.Id, SoonAgain);

        Assert.Equal((LLMBatchStatus.Validating, LLMBatchStatus.Completed), (created.Status, ended.Status));
        Assert.Equal(new LLMBatchCounts { Total = 2, Succeeded = 2 }, ended.Counts);
        var results = await ReadAsync(batches.GetResultsAsync(ended.Id));
        Assert.Equal(["lake", "weather"], results.Select(result => result.CustomId).Order(StringComparer.Ordinal));
        Assert.All(results, result => Assert.Equal(
            ("Mock batch completion", Model, ProviderName, true), (result.Response?.Text, result.Response?.Model, result.Response?.Provider, result.Response?.IsBatch)));
    }

    [PeerFact]
    public async Task CreateAsync_uploads_one_line_for_each_item_as_meant()
    {
        var batch = await CreateBatches().CreateAsync(Items);

        var file = await Scope.GetAsync($"v1/files/{batch.FileIds["input"]}/content");
        var lines = file.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        JsonAssert.Equal(
            $$$"""
            {"custom_id":"lake","method":"POST","url":"/v1/chat/completions",
             "body":{"model":"{{{Model}}}","messages":[{"role":"user","content":"Name the largest lake of Norway."}],"max_completion_tokens":50}}
            """,
            lines[0]);
    }

    [PeerFact]
    public async Task ListAsync_has_the_new_batch_first()
    {
        var batches = CreateBatches();
        var older = await batches.CreateAsync(Items);
        var newer = await batches.CreateAsync(Items);

        var listed = await ReadAsync(batches.ListAsync());

        Assert.Equal([newer.Id, older.Id], listed.Take(2).Select(batch => batch.Id));
    }

    [PeerFact]
    public async Task CancelAsync_ends_the_batch_with_an_error_for_each_item()
    {
        var batches = CreateBatches();
        var created = await batches.CreateAsync(Items);

        var cancelling = await batches.CancelAsync(created.Id);
        var ended = await batches.WaitAsync(created.Id, SoonAgain);

        Assert.Equal((LLMBatchStatus.Cancelling, LLMBatchStatus.Cancelled), (cancelling.Status, ended.Status));
        await AssertNothingWasDoneAsync(batches, ended);
    }

    [PeerFact]
    public async Task Expired_batch_has_an_error_for_each_item()
    {
        Headers[OutcomeHeader] = "expired";
        var batches = CreateBatches();

        var ended = await batches.WaitAsync((await batches.CreateAsync(Items)).Id, SoonAgain);

        Assert.Equal(LLMBatchStatus.Expired, ended.Status);
        await AssertNothingWasDoneAsync(batches, ended);
    }

    [PeerFact]
    public async Task Failed_batch_says_why_and_brings_the_errors_of_its_items()
    {
        Headers[OutcomeHeader] = "failed";
        var batches = CreateBatches();

        var ended = await batches.WaitAsync((await batches.CreateAsync(Items)).Id, SoonAgain);

        Assert.Equal((LLMBatchStatus.Failed, "mock_failure"), (ended.Status, Assert.Single(ended.Problems).Code));
        var results = await ReadAsync(batches.GetResultsAsync(ended.Id));
        Assert.Equal(["lake", "weather"], results.Select(result => result.CustomId).Order(StringComparer.Ordinal));
        Assert.All(results, result => Assert.IsType<LLMServerException>(result.Error));
    }

    [PeerFact]
    public async Task GetResultsAsync_before_the_end_is_refused()
    {
        var batches = CreateBatches();
        var created = await batches.CreateAsync(Items);

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => ReadAsync(batches.GetResultsAsync(created.Id)));

        Assert.Contains(created.Id, error.Message, StringComparison.Ordinal);
    }

    [PeerFact]
    public async Task DeleteDataAsync_removes_the_files_from_the_server()
    {
        var batches = CreateBatches();
        var ended = await batches.WaitAsync((await batches.CreateAsync(Items)).Id, SoonAgain);

        await batches.DeleteDataAsync(ended.Id);

        Assert.Equal(["input", "output"], ended.FileIds.Keys.Order(StringComparer.Ordinal));
        foreach (var file in ended.FileIds.Values)
        {
            Assert.Equal(404, (await Scope.GetAsync($"v1/files/{file}")).Status);
        }
    }

    [PeerFact]
    public async Task GetAsync_of_an_unknown_batch_is_an_invalid_request()
    {
        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => CreateBatches().GetAsync("batch_that_nobody_made"));

        Assert.Equal((404, false), (error.StatusCode, error.IsTransient));
    }

    [PeerFact]
    public async Task CreateAsync_with_a_wrong_key_is_an_authentication_error_that_does_not_show_it()
    {
        const string Wrong = "sk-a-key-that-nobody-gave-out";
        var batches = CreateBatches(key: Wrong);

        var error = await Assert.ThrowsAsync<LLMAuthenticationException>(() => batches.CreateAsync(Items));

        Assert.DoesNotContain(Wrong, error.ToString(), StringComparison.Ordinal);
    }

    [PeerTheory]
    [InlineData("""{"rateLimitRate":1}""", typeof(LLMRateLimitException))]
    [InlineData("""{"dropRate":1}""", typeof(LLMServerException))]
    [InlineData("""{"malformedRate":1}""", typeof(LLMInvalidResponseException))]
    [InlineData("""{"disconnectRate":1}""", typeof(LLMConnectionException))]
    public async Task Fault_of_the_server_is_the_error_of_a_single_call(string chaos, Type expected)
    {
        var batches = CreateBatches();
        var created = await batches.CreateAsync(Items);
        await Scope.SetChaosAsync(chaos);

        var creating = await Record.ExceptionAsync(() => batches.CreateAsync(Items));
        var looking = await Record.ExceptionAsync(() => batches.GetAsync(created.Id));

        Assert.IsType(expected, creating);
        Assert.IsType(expected, looking);
    }

    private LLMBatchItem[] Items =>
    [
        new() { CustomId = "lake", Request = Ask("Name the largest lake of Norway.") with { MaxTokens = 50 } },
        new() { CustomId = "weather", Request = Ask("Is it cold in Oslo?") with { MaxTokens = 50 } },
    ];

    private ILLMBatchService CreateBatches(CallPath path = CallPath.Provider, string key = PeerServer.Key) =>
        Assert.IsAssignableFrom<ILLMBatchService>(Create(path, key: key).GetService(typeof(ILLMBatchService)));

    private static async Task AssertNothingWasDoneAsync(ILLMBatchService batches, LLMBatch ended)
    {
        var results = await ReadAsync(batches.GetResultsAsync(ended.Id));
        Assert.Equal(["lake", "weather"], results.Select(result => result.CustomId).Order(StringComparer.Ordinal));
        Assert.All(results, result => Assert.Equal(ended.Status, Assert.IsType<LLMBatchItemUnfinishedException>(result.Error).Status));
    }
}
