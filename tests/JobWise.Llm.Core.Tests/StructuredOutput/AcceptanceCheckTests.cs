namespace JobWise.Llm.Tests;

/// <summary>What GenerateJsonAsync refuses must never be cached, and what it takes may be.</summary>
public sealed class AcceptanceCheckTests
{
    [Theory]
    [InlineData("""{"title":"Rome","days":3}""", "stop", true)]
    [InlineData("```\n{\"title\":\"Rome\",\"days\":3,}\n```", "stop", true)]
    [InlineData("""{"title":"Rome","days":3}""", "length", false)]
    [InlineData("""{"title":"Rome","days":3}""", "content_filter", false)]
    [InlineData("""{"title":"Rome","days":3""", "stop", false)]
    [InlineData("""{"title":"Rome","days":99}""", "stop", false)]
    [InlineData("""{"title":"Rome"}""", "stop", false)]
    [InlineData("""{"title":"fail","days":3}""", "stop", false)]
    [InlineData("""{"title":"throw","days":3}""", "stop", false)]
    [InlineData("no", "stop", false)]
    public async Task Accepts_agrees_with_what_GenerateJsonAsync_does(string text, string finishReason, bool accepted)
    {
        var response = Some.Response(text, new LLMFinishReason(finishReason));
        var service = new ScriptedService(response);

        var failure = await Record.ExceptionAsync(() => service.GenerateJsonAsync(
            LLMRequest.FromPrompt("x"), PlanJsonContext.Default.Trip, new() { ReAsk = false, Validate = Validate }));

        Assert.Equal(accepted, failure is null);
        Assert.Equal(accepted, service.Requests[0].Call.Accepts(response));
    }

    [Fact]
    public async Task Accepts_asks_the_callers_own_check_too_but_the_caller_still_gets_the_answer()
    {
        var service = new ScriptedService("""{"title":"Rome"}""");
        var request = LLMRequest.FromPrompt("x") with { Call = new() { Accept = response => response.Model != "some-model" } };

        var answer = await service.GenerateJsonAsync(request, PlanJsonContext.Default.Plan);

        Assert.Equal("Rome", answer.Value.Title);
        Assert.False(service.Requests[0].Call.Accepts(answer.Response));
    }

    [Fact]
    public async Task Accepts_goes_with_the_second_ask()
    {
        var service = new ScriptedService("no", """{"title":"Rome"}""");

        var answer = await service.GenerateJsonAsync(LLMRequest.FromPrompt("x"), PlanJsonContext.Default.Plan);

        Assert.Equal((false, true), (service.Requests[1].Call.Accepts(answer.Rejected[0]), service.Requests[1].Call.Accepts(answer.Response)));
    }

    [Fact]
    public void Accepts_without_a_check_is_true_and_a_check_that_fails_is_false()
    {
        Assert.True(LLMCallOptions.Default.Accepts(Some.Response("x")));
        Assert.False(new LLMCallOptions { Accept = _ => throw new InvalidOperationException() }.Accepts(Some.Response("x")));
    }

    private static string[] Validate(Trip trip) => trip.Title switch
    {
        "fail" => ["no."],
        "throw" => throw new InvalidOperationException(),
        _ => [],
    };
}
