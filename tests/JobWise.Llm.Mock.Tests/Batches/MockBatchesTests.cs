using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Mock.Tests.Batches;

public class MockBatchesTests
{
    [Fact]
    public async Task GetResultsAsync_items_get_the_scripts_answers_in_another_order()
    {
        var llm = new MockLLMService().Answer("skills", "Welding").Fail(MockFault.ServerError(), times: 1);

        var batch = await llm.Batches.CreateAsync([Item("a", "List the skills"), Item("b", "Other")]);
        var results = await llm.Batches.GetResultsAsync(batch.Id).ToListAsync();

        Assert.Equal((LLMBatchStatus.Validating, "batch_1"), (batch.Status, batch.Id));
        Assert.Equal(["b", "a"], results.Select(result => result.CustomId));
        Assert.IsType<LLMServerException>(results[0].Error);
        Assert.Equal(("Welding", true), (results[1].Response!.Text, results[1].Response!.IsBatch));
    }

    [Fact]
    public async Task GetResultsAsync_read_twice_asks_the_script_once()
    {
        var llm = new MockLLMService().AnswerNext("one");

        var batch = await llm.Batches.CreateAsync([Item("a")]);
        await llm.Batches.GetResultsAsync(batch.Id).ToListAsync();
        var again = await llm.Batches.GetResultsAsync(batch.Id).ToListAsync();

        Assert.Equal("one", Assert.Single(again).Response!.Text);
        llm.AssertCalledOnce();
    }

    [Fact]
    public async Task Advance_moves_a_batch_step_by_step()
    {
        var batches = Waiting();
        var id = (await batches.CreateAsync([Item("a"), Item("b"), Item("c")])).Id;

        Assert.Equal(LLMBatchStatus.Validating, (await batches.GetAsync(id)).Status);
        batches.Advance(id, LLMBatchStatus.InProgress);
        Assert.Equal(LLMBatchStatus.InProgress, (await batches.GetAsync(id)).Status);
        await Assert.ThrowsAsync<LLMInvalidRequestException>(async () => await batches.GetResultsAsync(id).CountAsync());
        batches.Advance(id, LLMBatchStatus.Expired, finished: 1);
        batches.Advance(id, LLMBatchStatus.Completed);
        var ended = await batches.GetAsync(id);

        Assert.Equal((LLMBatchStatus.Expired, new LLMBatchCounts { Total = 3, Succeeded = 1 }, true), (ended.Status, ended.Counts, ended.EndedAt is not null));
        var results = await batches.GetResultsAsync(id).ToListAsync();
        Assert.Equal([("c", false), ("b", false), ("a", true)], results.Select(result => (result.CustomId, result.IsSuccess)));
        Assert.IsType<LLMBatchItemUnfinishedException>(results[0].Error);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task Advance_more_items_than_there_are_is_refused(int finished)
    {
        var batches = Waiting();
        var id = (await batches.CreateAsync([Item("a")])).Id;

        Assert.Throws<ArgumentOutOfRangeException>(nameof(finished), () => batches.Advance(id, LLMBatchStatus.Expired, finished));
    }

    [Fact]
    public async Task CancelAsync_ends_the_batch_at_the_next_look()
    {
        var batches = new MockLLMService().Batches;
        var id = (await batches.CreateAsync([Item("a")])).Id;

        Assert.Equal(LLMBatchStatus.Cancelling, (await batches.CancelAsync(id)).Status);
        Assert.Equal(LLMBatchStatus.Cancelled, (await batches.GetAsync(id)).Status);
        Assert.False(Assert.Single(await batches.GetResultsAsync(id).ToListAsync()).IsSuccess);
    }

    [Fact]
    public async Task CreateAsync_holds_the_rules_of_real_providers()
    {
        var batches = new MockLLMService().Batches;
        batches.Rules = batches.Rules with { MaxItems = 2 };

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => batches.CreateAsync([Item("a"), Item("a")]));
        await Assert.ThrowsAsync<LLMInvalidRequestException>(() => batches.CreateAsync([Item("a"), Item("b"), Item("c")]));

        Assert.Equal("mock: Two items have the CustomId 'a'. Give each its own, or their results cannot be told apart.", error.Message);
    }

    [Fact]
    public async Task DeleteDataAsync_takes_the_results_away()
    {
        var batches = new MockLLMService().Batches;
        var id = (await batches.CreateAsync([Item("a")])).Id;

        await batches.DeleteDataAsync(id);

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(async () => await batches.GetResultsAsync(id).CountAsync());
        Assert.Equal("mock: The batch 'batch_1' is deleted, so it has no results. Wait with WaitAsync, or advance it.", error.Message);
        Assert.Equal(["batch_1"], await batches.ListAsync().Select(batch => batch.Id).ToListAsync());
    }

    [Fact]
    public async Task GetAsync_unknown_batch_is_refused() => Assert.Equal(
        "mock: There is no batch 'x'. Take the Id that CreateAsync returned.",
        (await Assert.ThrowsAsync<LLMInvalidRequestException>(() => new MockLLMService().Batches.GetAsync("x"))).Message);

    [Fact]
    public void AddMock_batches_are_found_by_name()
    {
        var llm = new MockLLMService();
        var builder = new TestBuilder();
        builder.AddMock(llm);
        using var services = builder.Services.BuildServiceProvider();

        Assert.Same(llm.Batches, services.GetRequiredKeyedService<ILLMBatchService>("mock"));
        Assert.Same(llm.Batches, llm.GetService(typeof(ILLMBatchService)));
    }

    private static MockBatches Waiting()
    {
        var batches = new MockLLMService().Batches;
        batches.EndByThemselves = false;
        return batches;
    }

    private static LLMBatchItem Item(string id, string prompt = "Hi") => new() { CustomId = id, Request = LLMRequest.FromPrompt(prompt) };
}
