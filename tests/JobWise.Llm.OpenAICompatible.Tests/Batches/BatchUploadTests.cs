using System.Text.Json;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

/// <summary>A batch over a real connection.</summary>
public sealed class BatchUploadTests
{
    private const int Items = 1500;
    private const int PromptLength = 20_000;

    [Fact]
    public async Task CreateAsync_large_batch_is_made_item_by_item_and_arrives_whole()
    {
        await using var server = LoopbackServer.Start(Answer);
        using var http = OpenAICompatibleLLMService.CreateHttpClient();
        List<WeakReference> made = [];
        var alive = 0;
        IEnumerable<LLMBatchItem> Generate()
        {
            for (var i = 0; i < Items; i++)
            {
                yield return Make(made);
            }

            GC.Collect();
            alive = made.Count(request => request.IsAlive);
        }

        var batch = await Service(server, http).CreateAsync(Generate());

        Assert.Equal("batch_1", batch.Id);
        var file = server.Requests[0].Body;
        Assert.Equal(Items, file.Split("\"custom_id\":").Length - 1);
        Assert.True(file.Length > Items * PromptLength, $"{file.Length} characters came.");
        Assert.InRange(alive, 0, 3);
    }

    [Fact]
    public async Task All_members_work_over_a_real_connection()
    {
        await using var server = LoopbackServer.Start(Answer);
        using var http = OpenAICompatibleLLMService.CreateHttpClient();
        var batches = Service(server, http);

        var batch = await batches.CreateAsync([new LLMBatchItem { CustomId = "a", Request = LLMRequest.FromPrompt("Hi") }]);
        batch = await batches.WaitAsync(batch.Id, timeProvider: new TwoClockTimeProvider());
        var results = await batches.GetResultsAsync(batch.Id).ToListAsync();
        await batches.DeleteDataAsync(batch.Id);

        Assert.Equal("Hello", Assert.Single(results).Response!.Text);
        Assert.Equal(
            ["POST /v1/files", "POST /v1/batches", "GET /v1/batches/batch_1", "GET /v1/batches/batch_1", "GET /v1/files/out/content", "GET /v1/batches/batch_1", "DELETE /v1/files/out"],
            server.Requests.Select(request => $"{request.Method} {request.Path}"));
        Assert.All(server.Requests, request => Assert.Equal($"Bearer {Some.Key}", request.Authorization));
        Assert.Equal("file_1", JsonDocument.Parse(server.Requests[1].Body).RootElement.GetProperty("input_file_id").GetString());
    }

    private static LLMBatchItem Make(List<WeakReference> made)
    {
        var request = LLMRequest.FromPrompt(new string('x', PromptLength));
        made.Add(new WeakReference(request));
        return new LLMBatchItem { CustomId = $"item-{made.Count}", Request = request };
    }

    private static ILLMBatchService Service(LoopbackServer server, HttpClient http)
    {
        var options = new OpenAICompatibleOptions { BaseUrl = new Uri(server.Address, "v1"), ApiKey = Some.Key, DefaultModel = Some.Model };
        var dialect = OpenAIDialect.Compatible with { Batch = new LLMBatchRules { MaxItems = 50_000, MaxBytes = 200_000_000 } };
        return (ILLMBatchService)OpenAICompatibleLLMService.Create(dialect, http, options).GetService(typeof(ILLMBatchService))!;
    }

    private static LoopbackResponse Answer(LoopbackRequest request) => new()
    {
        Body = $"{request.Method} {request.Path}" switch
        {
            "POST /v1/files" => """{"id":"file_1"}""",
            "GET /v1/files/out/content" => Lines.Join(Lines.Answer("a")),
            "DELETE /v1/files/out" => "{}",
            _ => """{"id":"batch_1","status":"completed","output_file_id":"out","request_counts":{"total":1,"completed":1,"failed":0}}""",
        },
    };
}
