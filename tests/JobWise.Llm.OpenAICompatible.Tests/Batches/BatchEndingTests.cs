using System.Text;
using JobWise.Llm.OpenAICompatible.Tests.Streaming;

namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

/// <summary>Results that are fewer than they should be.</summary>
public sealed class BatchEndingTests
{
    private const string Input = """
        {"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{}}
        {"custom_id":"b","method":"POST","url":"/v1/chat/completions","body":{}}
        {"custom_id":"c","method":"POST","url":"/v1/chat/completions","body":{}}

        """;

    [Theory]
    [InlineData("expired", "batch_expired")]
    [InlineData("cancelled", "batch_cancelled")]
    public async Task GetResultsAsync_unfinished_items_that_the_vendor_lists_are_typed_errors(string status, string code)
    {
        using var server = new BatchServer().WithBatch(
            status, output: Lines.Join(Lines.Answer("a")), errors: Lines.Join(Lines.Failure("b", code)), input: Input, counts: """{"total":2,"completed":1,"failed":1}""");

        var results = await server.ResultsAsync();

        Assert.True(results[0].IsSuccess);
        var error = Assert.IsType<LLMBatchItemUnfinishedException>(results[1].Error);
        Assert.Equal($"openai_compatible: The batch 'batch_1' ended as {status} before this item was answered. Send it again, alone or in another batch.", error.Message);
        Assert.Equal((new LLMBatchStatus(status), code, true), (error.Status, error.ProviderCode, error.IsTransient));
        Assert.DoesNotContain("GET /files/in/content", server.Requests);
    }

    [Theory]
    [InlineData("""{"total":3,"completed":1,"failed":0}""")]
    [InlineData("null")]
    public async Task GetResultsAsync_unfinished_items_that_the_vendor_lists_nowhere_are_found_in_the_input(string counts)
    {
        using var server = new BatchServer().WithBatch("expired", output: Lines.Join(Lines.Answer("b")), input: Input, counts: counts);

        var results = await server.ResultsAsync();

        Assert.Equal([("b", true), ("a", false), ("c", false)], results.Select(result => (result.CustomId, result.IsSuccess)));
        Assert.All(results.Skip(1), result => Assert.IsType<LLMBatchItemUnfinishedException>(result.Error));
    }

    [Fact]
    public async Task GetResultsAsync_nothing_finished_gives_an_error_for_each_item()
    {
        using var server = new BatchServer().WithBatch("cancelled", input: Input, counts: """{"total":3,"completed":0,"failed":0}""");

        Assert.Equal(["a", "b", "c"], (await server.ResultsAsync()).Where(result => !result.IsSuccess).Select(result => result.CustomId));
    }

    [Fact]
    public async Task GetResultsAsync_fewer_lines_than_the_batch_counts_end_with_an_error_after_those_that_came()
    {
        using var server = new BatchServer().WithBatch(
            "completed", output: Lines.Join(Lines.Answer("a"), Lines.Answer("a")), input: Input, counts: """{"total":3,"completed":3,"failed":0}""");

        var (results, error) = await ReadAsync(server.Service());

        Assert.Equal(2, results.Count);
        Assert.Equal("openai_compatible: The results of the batch 'batch_1' ended after 1 of 3. Read them again.", Assert.IsType<LLMConnectionException>(error).Message);
    }

    [Fact]
    public async Task GetResultsAsync_download_that_ends_inside_a_line_ends_with_an_error()
    {
        using var server = new BatchServer().WithBatch("completed", output: Lines.Join(Lines.Answer("a")) + Lines.Answer("b")[..50]);

        var (results, error) = await ReadAsync(server.Service());

        Assert.Equal("a", Assert.Single(results).CustomId);
        Assert.Equal("openai_compatible: The results ended inside a line, so they are incomplete. Read them again.", Assert.IsType<LLMConnectionException>(error).Message);
    }

    [Fact]
    public async Task GetResultsAsync_last_line_without_its_end_is_a_line()
    {
        using var server = new BatchServer().WithBatch("completed", output: Lines.Join(Lines.Answer("a")) + Lines.Answer("b"), counts: """{"total":2,"completed":2}""");

        Assert.Equal(["a", "b"], (await server.ResultsAsync()).Select(result => result.CustomId));
    }

    [Fact]
    public async Task GetResultsAsync_connection_that_breaks_ends_with_an_error_and_is_closed()
    {
        var body = new BrokenStream(Lines.Join(Lines.Answer("a")));
        using var server = new BatchServer().On(HttpMethod.Get, "/files/out/content", _ => new HttpResponseMessage { Content = new StreamContent(body) });
        server.WithBatch("completed").On(HttpMethod.Get, "/batches/batch_2", """{"id":"batch_2","status":"completed","output_file_id":"out"}""");

        var (results, error) = await ReadAsync(server.Service(), "batch_2");

        Assert.Single(results);
        Assert.Equal("openai_compatible: The connection was closed before the answer was complete (IOException).", Assert.IsType<LLMConnectionException>(error).Message);
        Assert.True(body.IsClosed);
    }

    [Fact]
    public async Task GetResultsAsync_page_of_a_proxy_is_no_broken_line_but_the_end()
    {
        using var server = new BatchServer().WithBatch("completed", output: "\n <html>\n<body>\n");

        Assert.IsType<LLMInvalidResponseException>((await ReadAsync(server.Service())).Error);
    }

    [Fact]
    public async Task GetResultsAsync_more_lines_than_a_batch_can_have_end_with_an_error()
    {
        using var server = new BatchServer().WithBatch("completed", output: Lines.Join(Enumerable.Range(0, 9).Select(number => Lines.Answer($"n{number}"))));

        var (results, error) = await ReadAsync(server.Service());

        Assert.Equal(5, results.Count);
        Assert.Equal("openai_compatible: The results of the batch 'batch_1' have more than 5 lines, more than a batch can have.", error!.Message);
    }

    [Fact]
    public async Task GetResultsAsync_leaving_early_closes_the_download()
    {
        var body = new BrokenStream(Lines.Join(Lines.Answer("a"), Lines.Answer("b")));
        using var server = new BatchServer().On(HttpMethod.Get, "/files/out/content", _ => new HttpResponseMessage { Content = new StreamContent(body) })
            .On(HttpMethod.Get, "/batches/batch_2", """{"id":"batch_2","status":"completed","output_file_id":"out"}""");

        await server.Service().GetResultsAsync("batch_2").FirstAsync();

        Assert.True(body.IsClosed);
    }

    [Fact]
    public async Task GetResultsAsync_cancelled_while_reading_carries_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        using var server = new BatchServer().WithBatch("completed", output: Lines.Join(Lines.Answer("a")), errors: Lines.Join(Lines.Answer("b")));

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in server.Service().GetResultsAsync("batch_1", source.Token))
            {
                await source.CancelAsync();
            }
        });

        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public async Task GetResultsAsync_any_order_and_any_pieces_bring_every_item_its_own()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 60; round++)
        {
            var ids = Enumerable.Range(0, random.Next(1, 40)).Select(number => $"item-{number}").ToArray();
            random.Shuffle(ids);
            var cut = random.Next(ids.Length + 1);
            using var server = Pieces(random, ids[..cut], ids[cut..]);

            var results = await server.Service(BatchServer.Rules with { MaxItems = 40 }).GetResultsAsync("batch_1").ToListAsync();

            Assert.Equal(ids, results.Select(result => result.CustomId));
            Assert.All(results, result => Assert.Equal(Array.IndexOf(ids, result.CustomId) < cut ? $"of {result.CustomId}" : null, result.Response?.Text));
        }
    }

    private static BatchServer Pieces(Random random, string[] answered, string[] failed)
    {
        var end = random.Next(2) == 0 ? "\n" : "\r\n";
        string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + end));
        HttpResponseMessage Answer(string text) =>
            new() { Content = new StreamContent(new PiecewiseStream(Encoding.UTF8.GetBytes(text), random.Next(1, 200), all: true)) };
        var (output, errors) = (Text(answered.Select(id => Lines.Answer(id, $"of {id}"))), Text(failed.Select(id => Lines.Failure(id, "server_error"))));
        return new BatchServer()
            .On(HttpMethod.Get, "/files/out/content", _ => Answer(output)).On(HttpMethod.Get, "/files/err/content", _ => Answer(errors))
            .On(HttpMethod.Get, "/batches/batch_1", $$$"""{"id":"batch_1","status":"completed","output_file_id":"out","error_file_id":"err","request_counts":{"total":{{{answered.Length + failed.Length}}}}}""");
    }

    private static async Task<(List<LLMBatchResult> Results, LLMServiceException? Error)> ReadAsync(ILLMBatchService service, string id = "batch_1")
    {
        List<LLMBatchResult> results = [];
        try
        {
            await foreach (var result in service.GetResultsAsync(id))
            {
                results.Add(result);
            }

            return (results, null);
        }
        catch (LLMServiceException error)
        {
            return (results, error);
        }
    }
}
