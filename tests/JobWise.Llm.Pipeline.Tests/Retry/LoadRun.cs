using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>Many calls at once on one lane, some of whose sends fail; the breaker is off, so that only the retry budget bounds the load.</summary>
internal sealed class LoadRun(int failureShare, int seed)
{
    private readonly Random _random = new(seed);

    public List<TimeSpan> Calls { get; } = [];

    public List<LoadSend> Sends { get; } = [];

    public LoadRun Play(int[] gaps)
    {
        var pipeline = PipelineUnderTest.Create(options => options.CircuitBreaker.IsEnabled = false);
        var (time, start) = (pipeline.Time, pipeline.Time.GetTimestamp());
        pipeline.Provider.Metadata = pipeline.Provider.Metadata with { ProviderName = "fake" };
        pipeline.Provider.Answer = (request, _) => AnswerAsync(request, time, start);
        List<Task> calls = [];
        foreach (var gap in gaps)
        {
            time.Advance(TimeSpan.FromMilliseconds(gap));
            Calls.Add(time.GetElapsedTime(start));
            calls.Add(AskAsync(pipeline.Service, LLMRequest.FromPrompt($"{calls.Count}")));
        }

        while (!calls.TrueForAll(call => call.IsCompleted))
        {
            time.Advance(time.PendingTimers[0]);
        }

        pipeline.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return this;
    }

    private static async Task AskAsync(ILLMService service, LLMRequest request)
    {
        try
        {
            await service.GenerateAsync(request).ConfigureAwait(false);
        }
        catch (LLMServiceException)
        {
            // How a call ends does not matter here.
        }
    }

    private async Task<LLMResponse> AnswerAsync(LLMRequest request, TwoClockTimeProvider time, long start)
    {
        var startedAt = time.GetElapsedTime(start);
        var (fails, isLimit, wait) = (_random.Next(100) < failureShare, _random.Next(4) == 0, TimeSpan.FromMilliseconds(_random.Next(1_500)));
        var hint = fails && isLimit ? TimeSpan.FromMilliseconds(_random.Next(4_000)) : (TimeSpan?)null;
        await Task.Delay(wait, time).ConfigureAwait(false);
        Sends.Add(new LoadSend(request.Prompt!, startedAt, time.GetElapsedTime(start), hint));
        return !fails ? Some.Response() : throw (hint is null ? Some.ServerError : new LLMRateLimitException("Too many.", new LLMErrorDetails { StatusCode = 429, RetryAfter = hint }));
    }
}
