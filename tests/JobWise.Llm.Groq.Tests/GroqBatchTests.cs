using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.Groq.Tests;

public sealed class GroqBatchTests
{
    private const string Line = """
        {"id":"batch_req_1","custom_id":"a","response":{"status_code":200,"request_id":"req_1","body":{"id":"chatcmpl-1","model":"openai/gpt-oss-20b","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],"usage":{"queue_time":0.1,"prompt_tokens":1500,"completion_tokens":1000,"total_tokens":2500},"x_groq":{"id":"req_1"},"service_tier":"on_demand"}},"error":null}
        """;

    [Fact]
    public void Rules_are_groqs() => Assert.Equal(
        new LLMBatchRules { MaxItems = 50_000, MaxBytes = 200_000_000, ShortestWindow = TimeSpan.FromHours(24), LongestWindow = TimeSpan.FromDays(7) },
        Batches(new MockHttpMessageHandler()).Rules);

    [Fact]
    public void AddGroq_batches_are_registered_under_its_name()
    {
        var builder = new TestLLMBuilder(new ServiceCollection());
        builder.AddGroq("groq-b", options => options.ApiKey = Some.Key);
        using var services = builder.Services.BuildServiceProvider();

        var batches = services.GetRequiredKeyedService<ILLMBatchService>("groq-b");

        Assert.Same(services.GetRequiredKeyedService<ILLMService>("groq-b").GetService(typeof(ILLMBatchService)), batches);
    }

    [Fact]
    public async Task GetResultsAsync_result_has_the_price_of_a_batch()
    {
        using var server = new MockHttpMessageHandler();
        server.When(HttpMethod.Get, "https://api.groq.com/openai/v1/batches/b").Respond("application/json", """{"id":"b","status":"completed","output_file_id":"f","request_counts":{"total":1,"completed":1,"failed":0}}""");
        server.When(HttpMethod.Get, "https://api.groq.com/openai/v1/files/f/content").Respond("application/jsonl", Line);

        var result = Assert.Single(await Batches(server).GetResultsAsync("b").ToListAsync());

        // As docs/costs.md computes it for the first stage of a resume by batch.
        Assert.Equal(0.00020625m, new LLMPriceBook().Price(LLMPricedCall.Of(result.Response!, new DateOnly(2026, 11, 24))).Usd);
    }

    private static ILLMBatchService Batches(MockHttpMessageHandler server) => (ILLMBatchService)Some.Service(server).GetService(typeof(ILLMBatchService))!;
}
