using System.Text.Json;

namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

/// <summary>What is refused before anything is sent: the server of these tests knows no address.</summary>
public sealed class BatchRefusalTests : IDisposable
{
    private readonly BatchServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task CreateAsync_without_items_is_refused() =>
        Assert.Equal("openai_compatible: The batch has no items. Hand over at least one.", await RefusalOf([]));

    [Theory]
    [InlineData("", "")]
    [InlineData("a b", "a b")]
    [InlineData("ä", "ä")]
    [InlineData("a/b", "a/b")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaa…")]
    public async Task CreateAsync_wrong_custom_id_is_refused(string id, string shown) => Assert.Equal(
        $"openai_compatible: The CustomId of item 2, '{shown}', is not 1 to 64 letters, digits, hyphens and underscores of ASCII.",
        await RefusalOf([Item("ok"), Item(id)]));

    [Fact]
    public async Task CreateAsync_custom_id_of_64_characters_is_taken()
    {
        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => _server.Service().CreateAsync([Item(new string('_', 64))]));

        // It was sent: the server knows no address.
        Assert.Equal(404, error.StatusCode);
    }

    [Fact]
    public async Task CreateAsync_custom_id_twice_is_refused() => Assert.Equal(
        "openai_compatible: Two items have the CustomId 'a'. Give each its own, or their results cannot be told apart.",
        await RefusalOf([Item("a"), Item("b"), Item("a")]));

    [Fact]
    public async Task CreateAsync_endless_items_are_read_one_by_one_up_to_the_limit()
    {
        var made = 0;
        IEnumerable<LLMBatchItem> Endless()
        {
            while (true)
            {
                yield return Item($"item-{++made}");
            }
        }

        Assert.Equal("openai_compatible: The batch has more than 5 items, the most that openai_compatible takes. Cut it into several.", await RefusalOf(Endless()));
        Assert.Equal(6, made);
    }

    [Theory]
    [InlineData(0, 404, "")]
    [InlineData(-1, null, "openai_compatible: With the item 'b' the batch is larger than 249 bytes, the most that openai_compatible takes. Cut it into several.")]
    public async Task CreateAsync_bytes_are_counted_with_the_line_ends(int more, int? status, string message)
    {
        var line = """{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"some-model","messages":[{"role":"user","content":"Hi"}]}}""";
        var rules = BatchServer.Rules with { MaxBytes = (2 * (line.Length + 1)) + more };

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => _server.Service(rules).CreateAsync([Item("a"), Item("b")]));

        // What fits was sent: the server knows no address.
        Assert.Equal(status, error.StatusCode);
        Assert.Equal(status is null ? message.Replace("249", $"{rules.MaxBytes}", StringComparison.Ordinal) : error.Message, error.Message);
    }

    [Theory]
    [InlineData(23.0, "23")]
    [InlineData(169.0, "169")]
    [InlineData(24.5, "24.5")]
    public async Task CreateAsync_window_out_of_the_vendors_range_is_refused(double hours, string shown) => Assert.Equal(
        $"openai_compatible: CompletionWindow is {shown} hours. Set whole hours from 24 to 168, or leave it out.",
        await RefusalOf([Item("a")], options: new LLMBatchOptions { CompletionWindow = TimeSpan.FromHours(hours) }));

    [Fact]
    public async Task CreateAsync_second_model_is_refused_where_the_vendor_takes_one() => Assert.Equal(
        "openai_compatible: The item 'b' asks for the model 'other', those before it for 'some-model'. openai_compatible takes one model per batch: make a batch for each.",
        await RefusalOf([Item("a"), Item("b", model: "other")], BatchServer.Rules with { RequiresOneModel = true }));

    [Fact]
    public async Task CreateAsync_request_that_cannot_be_planned_names_its_item() => Assert.Equal(
        "The item 'b': The request has neither a Prompt nor Messages. Set exactly one of them.",
        await RefusalOf([Item("a"), new LLMBatchItem { CustomId = "b", Request = new LLMRequest() }]));

    [Fact]
    public async Task CreateAsync_request_that_cannot_be_written_names_its_item_and_not_its_prompt()
    {
        var request = LLMRequest.FromPrompt("secret words") with { ExtraFields = new Dictionary<string, JsonElement> { ["x"] = default } };

        var message = await RefusalOf([new LLMBatchItem { CustomId = "b", Request = request }]);

        Assert.StartsWith("The item 'b': ", message, StringComparison.Ordinal);
        Assert.Contains("ExtraFields", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_streaming_is_never_asked_for()
    {
        var request = LLMRequest.FromPrompt("Hi") with { ExtraFields = new Dictionary<string, JsonElement> { ["stream"] = JsonDocument.Parse("true").RootElement } };

        Assert.StartsWith("The item 'b': ExtraFields holds 'stream'", await RefusalOf([new LLMBatchItem { CustomId = "b", Request = request }]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_item_that_is_null_is_refused() =>
        Assert.Equal("openai_compatible: Item 2 of the batch, its Request or its CustomId is null.", await RefusalOf([Item("a"), null!]));

    [Fact]
    public async Task CreateAsync_failure_of_the_callers_own_items_goes_on_its_way()
    {
        static IEnumerable<LLMBatchItem> Failing()
        {
            yield return Item("a");
            throw new TimeZoneNotFoundException("The caller's own.");
        }

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => _server.Service().CreateAsync(Failing()));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task CreateAsync_cancelled_between_items_stops_with_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        IEnumerable<LLMBatchItem> Items()
        {
            yield return Item("a");
            source.Cancel();
            yield return Item("b");
        }

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _server.Service().CreateAsync(Items(), cancellationToken: source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public void GetService_dialect_without_batches_has_none()
    {
        using var server = Some.Server("{}");
        var service = Some.Service(server);

        Assert.Null(service.GetService(typeof(ILLMBatchService)));
        Assert.Same(service, service.GetService(typeof(ILLMService)));
        Assert.Null(service.GetService(typeof(ILLMService), "key"));
    }

    private static LLMBatchItem Item(string id, string prompt = "Hi", string? model = null) =>
        new() { CustomId = id, Request = LLMRequest.FromPrompt(prompt) with { Model = model } };

    private async Task<string> RefusalOf(IEnumerable<LLMBatchItem> items, LLMBatchRules? rules = null, LLMBatchOptions? options = null)
    {
        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => _server.Service(rules).CreateAsync(items, options));
        Assert.Empty(_server.Requests);
        return error.Message;
    }
}
