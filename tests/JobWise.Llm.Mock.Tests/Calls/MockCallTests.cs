using JobWise.Llm.TestKit;

namespace JobWise.Llm.Mock.Tests.Calls;

public class MockCallTests
{
    [Fact]
    public async Task Calls_hold_request_time_and_answer()
    {
        var time = new TwoClockTimeProvider();
        var llm = new MockLLMService(new MockLLMOptions(), timeProvider: time);
        var request = Some.Request();
        var started = time.GetUtcNow();

        var response = await llm.GenerateAsync(request);

        var call = Assert.Single(llm.Calls);
        Assert.Equal((request, false, started, MockCallOutcome.Succeeded), (call.Request, call.IsStreamed, call.StartedAt, call.Outcome));
        Assert.Same(response, call.Response);
    }

    [Fact]
    public async Task Calls_hold_the_failure()
    {
        var error = new LLMServerException("down");
        var llm = new MockLLMService().Fail(error);

        await Assert.ThrowsAsync<LLMServerException>(() => llm.GenerateAsync(Some.Request()));

        Assert.Equal(MockCallOutcome.Failed, llm.Calls[0].Outcome);
        Assert.Same(error, llm.Calls[0].Error);
    }

    [Fact]
    public void Calls_show_one_that_still_runs()
    {
        var llm = new MockLLMService().Fail(MockFault.Hang());

        _ = llm.GenerateAsync(Some.Request());

        Assert.Equal(MockCallOutcome.Running, llm.Calls[0].Outcome);
    }

    [Fact]
    public async Task ToString_holds_no_text()
    {
        var llm = new MockLLMService().AnswerByDefault("secret answer");
        await llm.GenerateAsync(Some.Request("secret question"));

        Assert.DoesNotContain("secret", llm.Calls[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", MockAnswer.FromText("secret answer").ToString(), StringComparison.Ordinal);
    }
}
