using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace JobWise.Llm.Tests;

public sealed class LLMBatchTests
{
    [Theory]
    [InlineData("completed", true)]
    [InlineData("FAILED", true)]
    [InlineData("expired", true)]
    [InlineData("cancelled", true)]
    [InlineData("validating", false)]
    [InlineData("in_progress", false)]
    [InlineData("finalizing", false)]
    [InlineData("cancelling", false)]
    [InlineData("something_new", false)]
    public void IsEnded_goes_by_the_status(string status, bool expected) => Assert.Equal(expected, new LLMBatchStatus(status).IsEnded);

    [Fact]
    public void Json_batch_comes_back_as_it_was()
    {
        var batch = new LLMBatch { Id = "b", Provider = "p", Status = new LLMBatchStatus("something_new"), Counts = new LLMBatchCounts { Total = 3, Succeeded = 1 } };

        var read = JsonSerializer.Deserialize<LLMBatch>(JsonSerializer.Serialize(batch));

        Assert.Equal((batch.Id, batch.Status, batch.Counts), (read!.Id, read.Status, read.Counts));
        Assert.Equal(default, JsonSerializer.Deserialize<LLMBatchStatus>("\"\""));
    }

    [Theory]
    [InlineData(10, 4, 1, 5)]
    [InlineData(3, 2, 2, 0)]
    public void Unfinished_is_what_is_left_and_never_negative(int total, int succeeded, int failed, int expected) =>
        Assert.Equal(expected, new LLMBatchCounts { Total = total, Succeeded = succeeded, Failed = failed }.Unfinished);

    [Fact]
    public void ToString_shows_no_content()
    {
        var result = new LLMBatchResult { CustomId = "a", Response = Some.Response("secret words") };
        var item = new LLMBatchItem { CustomId = "a", Request = LLMRequest.FromPrompt("secret words") };
        var problem = new LLMBatchProblem { Message = "secret words", Code = "c", Line = 2 };

        Assert.All([result.ToString(), item.ToString(), problem.ToString()], text => Assert.DoesNotContain("secret", text, StringComparison.Ordinal));
        Assert.Equal("LLMBatchProblem { Code = c, MessageLength = 12, Line = 2 }", problem.ToString());
    }

    [Fact]
    public void Price_result_of_a_batch_costs_half()
    {
        var response = Some.Response("Hi") with { Provider = "groq", Model = "openai/gpt-oss-120b" };
        var book = new LLMPriceBook();
        var day = new DateOnly(2026, 11, 24);

        var single = book.Price(LLMPricedCall.Of(response, day));
        var batch = book.Price(LLMPricedCall.Of(response with { IsBatch = true }, day));

        Assert.NotNull(single.Usd);
        Assert.Equal(single.Usd / 2, batch.Usd);
    }

    [Fact]
    public void AddProvider_batches_of_a_provider_are_found_by_its_name()
    {
        var batches = new ScriptedBatches(ScriptedBatches.In(LLMBatchStatus.Completed));
        var service = Substitute.For<ILLMService>();
        service.GetService(typeof(ILLMBatchService)).Returns(batches);

        using var provider = Provider("acme", service);

        Assert.Same(batches, provider.GetRequiredKeyedService<ILLMBatchService>("acme"));
    }

    [Fact]
    public void AddProvider_provider_without_batches_says_so_when_they_are_asked_for()
    {
        using var provider = Provider("acme", new ScriptedService());

        var error = Assert.Throws<LLMInvalidRequestException>(() => provider.GetRequiredKeyedService<ILLMBatchService>("acme"));

        Assert.Equal("The provider 'acme' takes no batches. Send the requests one by one, or take a provider that has batches.", error.Message);
    }

    private static ServiceProvider Provider(string name, ILLMService service)
    {
        var builder = Substitute.For<ILLMBuilder>();
        builder.Services.Returns(new ServiceCollection());
        builder.AddProvider(name, (_, _) => service);
        return builder.Services.BuildServiceProvider();
    }
}
