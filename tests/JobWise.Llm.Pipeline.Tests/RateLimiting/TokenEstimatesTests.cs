using System.Diagnostics.Metrics;
using System.Text.Json;

namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

public sealed class TokenEstimatesTests
{
    private static readonly string Text = new('a', 1_000);

    [Theory]
    [InlineData("abcdefgh", 4 + 2)]
    [InlineData("", 4)]
    [InlineData("Привет мир", 4 + 5)]
    [InlineData("你好世界", 4 + 3)]
    public void Prompt_starts_at_four_bytes_to_a_token(string prompt, int expected)
    {
        var ask = Create().Estimate(LLMRequest.FromPrompt(prompt), "m");

        Assert.Equal(expected, ask.PromptTokens);
    }

    [Fact]
    public void Every_part_of_the_request_counts()
    {
        var schema = JsonDocument.Parse("""{"type":"object"}""").RootElement;
        var request = LLMRequest.FromPrompt("x") with { Prompt = null, SystemMessage = new string('s', 40) };
        var estimates = Create();
        var bare = estimates.Estimate(request, "m").PromptTokens;

        Assert.Equal(14, bare);
        Assert.Equal(bare + 14, Of(LLMMessage.User(new string('u', 40))));
        Assert.Equal(bare + 14, Of(LLMMessage.Of(LLMRole.Assistant, new LLMToolCallPart { Id = "1", Name = new string('n', 20), Arguments = new string('a', 20) })));
        Assert.Equal(bare + 14, Of(LLMMessage.ToolResult("1", new string('r', 40))));
        Assert.Equal(bare + 14, Of(LLMMessage.Of(LLMRole.Assistant, new LLMReasoningPart { Text = new string('r', 40) })));
        Assert.Equal(bare + 4 + PromptSize.TokensPerImage, Of(LLMMessage.Of(LLMRole.User, new LLMImagePart { Url = new Uri("https://x.example/i.png") })));
        Assert.Equal(bare + 10, estimates.Estimate(request with { Tools = [new LLMTool { Name = "name", Parameters = schema }] }, "m").PromptTokens);
        Assert.Equal(bare + 5, estimates.Estimate(request with { ResponseFormat = LLMResponseFormat.JsonSchema(schema) }, "m").PromptTokens);

        int Of(LLMMessage message) => estimates.Estimate(request with { Messages = [message] }, "m").PromptTokens;
    }

    [Fact]
    public void Prompt_is_learned_as_a_fixed_part_and_a_rate()
    {
        var estimates = Create();
        for (var i = 1; i <= 40; i++)
        {
            estimates.Learn(Prompt(i * 100), "m", new LLMUsage { PromptTokens = 70 + (i * 20) });
        }

        Assert.InRange(estimates.Estimate(Prompt(20_000), "m").PromptTokens, 4_070, 4_300);
        Assert.InRange(estimates.Estimate(Prompt(50), "m").PromptTokens, 78, 100);
    }

    [Fact]
    public void What_is_learned_of_one_model_is_not_taken_for_another()
    {
        var estimates = Create();

        Teach(estimates, "m", prompt: 900, output: 1);

        Assert.Equal((254, true), (estimates.Estimate(Prompt(1_000), "n").PromptTokens, estimates.Estimate(Prompt(1_000), "m").PromptTokens >= 900));
    }

    [Fact]
    public void Prompts_that_are_guessed_too_small_get_a_margin()
    {
        var estimates = Create();
        for (var i = 0; i < 64; i++)
        {
            estimates.Learn(Prompt(1_000), "m", new LLMUsage { PromptTokens = i % 5 == 0 ? 300 : 250 });
        }

        Assert.InRange(estimates.Estimate(Prompt(1_000), "m").PromptTokens, 290, 330);
    }

    [Fact]
    public void Output_is_the_cap_where_the_vendor_counts_it_whatever_was_learned()
    {
        var estimates = Create();
        Teach(estimates, "m", prompt: 250, output: 40);

        Assert.Equal(2_000, estimates.Estimate(Prompt(10) with { MaxTokens = 2_000 }, "m").OutputTokens);
    }

    [Fact]
    public void Output_is_learned_by_model_and_workflow_where_the_cap_is_not_counted()
    {
        var estimates = Create();
        Teach(estimates, "m", prompt: 250, output: 40);

        Assert.Equal(40, Output("m", null, 2_000));
        Assert.Equal(30, Output("m", null, 30));
        Assert.Equal(2_000, Output("m", "translate", 2_000));
        Assert.Equal(2_000, Output("n", null, 2_000));

        int Output(string model, string? workflow, int cap) =>
            estimates.Estimate(Prompt(10) with { MaxTokens = cap, Workflow = workflow }, model, countsOutputCap: false).OutputTokens;
    }

    [Fact]
    public void Output_is_a_high_quantile_of_the_recent_answers()
    {
        var estimates = Create();
        for (var i = 0; i < 1_000; i++)
        {
            estimates.Learn(Prompt(10), "m", new LLMUsage { CompletionTokens = i < 900 ? 9_999 : i % 100 });
        }

        Assert.InRange(estimates.Estimate(Prompt(10), "m", countsOutputCap: false).OutputTokens, 90, 99);
    }

    [Fact]
    public void Output_without_a_cap_and_a_history_is_a_guess() =>
        Assert.Equal(TokenEstimates.UnknownOutput, Create().Estimate(Prompt(10), "m").OutputTokens);

    [Fact]
    public void Usage_that_is_missing_or_estimated_teaches_nothing()
    {
        var estimates = Create();

        estimates.Learn(Prompt(1_000), "m", null);
        estimates.Learn(Prompt(1_000), "m", new LLMUsage { PromptTokens = 9_000, IsEstimated = true });
        estimates.Learn(Prompt(1_000), "m", new LLMUsage { PromptTokens = 0 });

        Assert.Equal(254, estimates.Estimate(Prompt(1_000), "m").PromptTokens);
    }

    [Fact]
    public void Priority_of_the_call_goes_with_the_ask() =>
        Assert.Equal(7, Create().Estimate(Prompt(1) with { Call = new LLMCallOptions { Priority = 7 } }, "m").Priority);

    [Fact]
    public void Error_is_measured_with_model_workflow_and_kind()
    {
        using var meter = new PipelineMeter();
        var estimates = new TokenEstimates(meter);
        var measured = new List<(string Kind, object? Model, object? Workflow, double Ratio)>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => Listen(instrument, self, meter) };
        listener.SetMeasurementEventCallback<double>((_, ratio, tags, _) =>
            measured.Add(((string)tags[2].Value!, tags[0].Value, tags[1].Value, ratio)));
        listener.Start();

        estimates.Learn(Prompt(1_000) with { MaxTokens = 600, Workflow = "w" }, "m", new LLMUsage { PromptTokens = 508, CompletionTokens = 300 });

        Assert.Equal([("prompt", "m", "w", 0.5), ("output", "m", "w", 2)], measured);
    }

    [Fact]
    public void Estimate_costs_no_memory()
    {
        var estimates = Create();
        var request = LLMRequest.FromPrompt(Text) with { MaxTokens = 100 };
        Teach(estimates, "m", 250, 40);
        _ = estimates.Estimate(request, "m", countsOutputCap: false);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
        {
            _ = estimates.Estimate(request, "m", countsOutputCap: false);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Listen(Instrument instrument, MeterListener listener, PipelineMeter meter)
    {
        if (instrument.Meter == meter.Meter && instrument.Name == TokenEstimates.ErrorMetric)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private static void Teach(TokenEstimates estimates, string model, int prompt, int output)
    {
        for (var i = 0; i < 10; i++)
        {
            estimates.Learn(Prompt(1_000), model, new LLMUsage { PromptTokens = prompt, CompletionTokens = output });
        }
    }

    private static LLMRequest Prompt(int bytes) => LLMRequest.FromPrompt(new string('a', bytes));

    private static TokenEstimates Create() => new(new PipelineMeter());
}
