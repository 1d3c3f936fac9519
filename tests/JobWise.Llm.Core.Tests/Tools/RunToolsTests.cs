using System.Text.Json;

namespace JobWise.Llm.Tests;

public sealed class RunToolsTests
{
    private static readonly LLMRequest Request = LLMRequest.FromPrompt("How warm is it?", "Be brief.");

    [Fact]
    public async Task RunToolsAsync_runs_what_the_model_asks_for_and_gives_the_answer_with_all_turns()
    {
        var service = new ScriptedService(Some.Calls(("c1", "warmth", """{"city":"Oslo"}""")), "7 degrees");

        var run = await service.RunToolsAsync(Request, [Warmth()]);

        Assert.Equal(("7 degrees", LLMToolRunEnd.Answered, 2), (run.Response.Text, run.End, run.Steps.Count));
        Assert.Equal([LLMRole.Assistant, LLMRole.Tool, LLMRole.Assistant], run.Turns.Select(turn => turn.Role));
        Assert.Equal([new LLMToolResultPart { CallId = "c1", Text = "Oslo: 7" }], run.Turns[1].Parts);
        Assert.Equal(30, run.Usage!.TotalTokens);
        Assert.Equal("warmth", Assert.Single(service.Requests[0].Tools).Name);
        Assert.Equal(["Be brief.", "How warm is it?", "", ""], service.Requests[1].Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task RunToolsAsync_model_that_never_stops_ends_at_the_step_limit_with_the_last_calls_not_run()
    {
        var runs = 0;
        var service = new ScriptedService([.. Enumerable.Repeat(Some.Calls(("c", "count", "{}")), 8)]);

        var run = await service.RunToolsAsync(Request, [Tool("count", _ => $"{++runs}")]);

        Assert.Equal((LLMToolRunEnd.StepLimit, 8, 7), (run.End, service.Requests.Count, runs));
    }

    [Fact]
    public async Task RunToolsAsync_ends_before_a_further_step_when_the_tokens_are_used()
    {
        var request = Request with { Call = new() { MostTokens = 30 } };
        var service = new ScriptedService([.. Enumerable.Repeat(Some.Calls(("c", "count", "{}")), 8)]);

        var run = await service.RunToolsAsync(request, [Tool("count", _ => "1")]);

        Assert.Equal((LLMToolRunEnd.TokenLimit, 2), (run.End, run.Steps.Count));
    }

    [Fact]
    public async Task RunToolsAsync_calls_of_one_turn_run_in_order_one_after_the_other()
    {
        List<string> order = [];
        var slow = LLMToolHandler.Create(new LLMTool { Name = "slow" }, async (_, _) =>
        {
            order.Add("slow begins");
            await Task.Yield();
            order.Add("slow ends");
            return "1";
        });
        var fast = Tool("fast", _ => Note(order, "fast"));

        var run = await new ScriptedService(Some.Calls(("a", "slow", "{}"), ("b", "fast", "{}")), "done").RunToolsAsync(Request, [fast, slow]);

        Assert.Equal(["slow begins", "slow ends", "fast"], order);
        Assert.Equal(["a", "b"], run.Turns[1].Parts.Cast<LLMToolResultPart>().Select(part => part.CallId));
    }

    [Fact]
    public async Task RunToolsAsync_concurrent_calls_run_together_and_their_results_keep_the_order()
    {
        var gate = new TaskCompletionSource<string>();
        var waits = LLMToolHandler.Create(new LLMTool { Name = "waits" }, (_, _) => gate.Task);
        var opens = Tool("opens", _ => Note(gate));

        var run = await new ScriptedService(Some.Calls(("a", "waits", "{}"), ("b", "opens", "{}")), "done")
            .RunToolsAsync(Request, [waits, opens], new() { RunConcurrently = true });

        Assert.Equal(["open", "opened"], run.Turns[1].Parts.Cast<LLMToolResultPart>().Select(part => part.Text));
    }

    [Theory]
    [InlineData("nothing", "{}", "There is no tool of that name. The tools are: warmth, breaks.")]
    [InlineData("warmth", "{\"city\":", "The arguments cannot be used. It ends inside its JSON. Call the tool again with arguments that follow its schema.")]
    [InlineData("warmth", "{\"city\":\"X\"}", "The arguments cannot be used. $.city: The field city must be a string with a minimum length of 2 and a maximum length of 20. Call the tool again with arguments that follow its schema.")]
    [InlineData("breaks", "[1]", "The arguments cannot be used. They are no JSON object. Call the tool again with arguments that follow its schema.")]
    [InlineData("breaks", "{}", "The tool failed with InvalidOperationException.")]
    public async Task RunToolsAsync_call_that_fails_is_told_to_the_model_and_kept_for_the_caller(string tool, string arguments, string told)
    {
        var service = new ScriptedService(Some.Calls(("c1", tool, arguments)), "sorry");

        var run = await service.RunToolsAsync(Request, [Warmth(), Tool("breaks", _ => throw new InvalidOperationException("secret"))]);

        Assert.Equal([new LLMToolResultPart { CallId = "c1", Text = told }], run.Turns[1].Parts);
        var failure = Assert.Single(run.Failures);
        Assert.Equal((tool, told, told.Contains("failed", StringComparison.Ordinal)), (failure.ToolName, failure.Message, failure.Exception is not null));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task RunToolsAsync_arguments_left_empty_are_an_empty_object(string arguments)
    {
        var run = await new ScriptedService(Some.Calls(("c1", "raw", arguments)), "done").RunToolsAsync(Request, [Tool("raw", given => given.GetRawText())]);

        Assert.Equal([new LLMToolResultPart { CallId = "c1", Text = "{}" }], run.Turns[1].Parts);
    }

    [Fact]
    public async Task RunToolsAsync_cancelled_in_a_tool_ends_with_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        var service = new ScriptedService(Some.Calls(("c1", "stop", "{}")), "never");
        var stop = LLMToolHandler.Create(new LLMTool { Name = "stop" }, (_, token) =>
        {
            source.Cancel();
            return Task.FromCanceled<string>(token);
        });

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.RunToolsAsync(Request, [stop], cancellationToken: source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task RunToolsAsync_cancellation_of_the_tools_own_is_a_failure_of_the_tool()
    {
        var service = new ScriptedService(Some.Calls(("c1", "own", "{}")), "done");

        var run = await service.RunToolsAsync(Request, [Tool("own", _ => throw new OperationCanceledException())]);

        Assert.IsType<OperationCanceledException>(Assert.Single(run.Failures).Exception);
    }

    [Fact]
    public async Task RunToolsAsync_turn_that_was_cut_runs_nothing()
    {
        var cut = Some.Calls(("c1", "warmth", """{"city":"Oslo"}""")) with { FinishReason = LLMFinishReason.Length };

        var exception = await Assert.ThrowsAsync<LLMTruncatedResponseException>(() => new ScriptedService(cut).RunToolsAsync(Request, [Warmth()]));

        Assert.StartsWith("The model's turn was cut at the output cap after 5 tokens while it called tools, so none was run.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunToolsAsync_forced_tool_is_forced_in_the_first_step_only()
    {
        var service = new ScriptedService(Some.Calls(("c1", "warmth", """{"city":"Oslo"}""")), "7");

        await service.RunToolsAsync(Request with { ToolChoice = LLMToolChoice.Required }, [Warmth()]);

        Assert.Equal([LLMToolChoice.Required, null], service.Requests.Select(request => request.ToolChoice));
    }

    [Fact]
    public async Task RunToolsAsync_tool_without_a_handler_or_with_two_is_refused()
    {
        var service = new ScriptedService();

        var orphan = await Assert.ThrowsAsync<LLMInvalidRequestException>(
            () => service.RunToolsAsync(Request with { Tools = [new LLMTool { Name = "other" }] }, [Warmth()]));
        var twice = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => service.RunToolsAsync(Request, [Warmth(), Warmth()]));
        await Assert.ThrowsAsync<LLMInvalidRequestException>(() => service.RunToolsAsync(Request, []));

        Assert.Equal("The request has the tool 'other', which no handler runs. Add a handler for it, or remove it.", orphan.Message);
        Assert.Equal("Two handlers are for the tool 'warmth'. Give each tool one.", twice.Message);
    }

    [Fact]
    public void Create_typed_tool_has_the_schema_of_its_arguments() =>
        Assert.Equal(
            """{"type":"object","properties":{"city":{"type":"string"}},"required":["city"],"additionalProperties":false}""",
            Warmth().Tool.Parameters!.Value.GetRawText());

    private static LLMToolHandler Warmth() => LLMToolHandler.Create(
        "warmth", "Degrees in a city.", PlanJsonContext.Default.Place, (place, _) => Task.FromResult($"{place.City}: 7"));

    private static LLMToolHandler Tool(string name, Func<JsonElement, string> run) =>
        LLMToolHandler.Create(new LLMTool { Name = name }, (arguments, _) => Task.FromResult(run(arguments)));

    private static string Note(List<string> order, string what)
    {
        order.Add(what);
        return what;
    }

    private static string Note(TaskCompletionSource<string> gate)
    {
        gate.SetResult("open");
        return "opened";
    }
}
