using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>Plays one case to its end and keeps what was seen from outside: the sends, the updates, the end.</summary>
internal sealed class RetryRun : IDisposable
{
    private readonly CancellationTokenSource _caller = new();
    private readonly RetryCase _case;
    private readonly PipelineUnderTest _pipeline;

    private RetryRun(RetryCase @case) => (_case, _pipeline) = (@case, CreatePipeline(@case));

    public List<RetrySend> Sends { get; } = [];

    public TimeSpan EndedAt { get; private set; }

    public Exception? Error { get; private set; }

    /// <summary>How many sends there were when the first update came; null where none came.</summary>
    public int? SendsAtFirstUpdate { get; private set; }

    public int? SendsAtCancel { get; private set; }

    private TwoClockTimeProvider Time => _pipeline.Time;

    public static RetryRun Play(RetryCase @case)
    {
        var run = new RetryRun(@case);
        run.Play();
        return run;
    }

    /// <summary>Of one lane, in order.</summary>
    public IReadOnlyList<RetrySend> Of(int lane) => [.. Sends.Where(send => send.Lane == lane)];

    public void Dispose()
    {
        _caller.Dispose();
        _pipeline.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static PipelineUnderTest CreatePipeline(RetryCase @case)
    {
        var random = new Random(@case.Seed);
        return PipelineUnderTest.Create(
            options => Configure(options, @case),
            builder =>
            {
                builder.Services.AddSingleton(new Jitter(random.NextDouble));
                for (var lane = 1; lane < @case.Scripts.Length; lane++)
                {
                    builder.AddProvider("lane" + lane, (_, name) => new FakeProvider(name));
                }
            });
    }

    private static void Configure(LLMPipelineOptions options, RetryCase @case)
    {
        (options.Provider, options.MostSends, options.Timeout) = ("groq", @case.MostSends, @case.Timeout);
        var (retry, given) = (options.Retry, @case.Retry);
        (retry.MaxAttempts, retry.BaseDelay, retry.Factor) = (given.MaxAttempts, given.BaseDelay, given.Factor);
        (retry.MaxDelay, retry.MaxRetryAfter) = (given.MaxDelay, given.MaxRetryAfter);
        for (var lane = 1; lane < @case.Scripts.Length; lane++)
        {
            options.Routing.Fallbacks.Add("lane" + lane);
        }
    }

    private void Play()
    {
        Attach();
        var start = Time.GetTimestamp();
        var call = AskAsync();
        while (!call.IsCompleted)
        {
            var now = Time.GetElapsedTime(start);
            Time.Advance(NextStep(now));
            now = Time.GetElapsedTime(start);
            if (now >= _case.CancelAt && SendsAtCancel is null)
            {
                SendsAtCancel = Sends.Count;
                _caller.Cancel();
            }

            if (now >= _case.Timeout || SendsAtCancel is not null)
            {
                // The end may come over the thread pool, but without any further time on the clock.
                Assert.True(call.Wait(TimeSpan.FromSeconds(30)), "The call outlives its deadline or its caller.");
            }
        }

        EndedAt = Time.GetElapsedTime(start);
    }

    private TimeSpan NextStep(TimeSpan now)
    {
        var step = Time.PendingTimers[0];
        step = _case.Timeout - now < step ? _case.Timeout - now : step;
        return _case.CancelAt is { } cancel && cancel >= now && cancel - now < step ? cancel - now : step;
    }

    private void Attach()
    {
        for (var lane = 0; lane < _case.Scripts.Length; lane++)
        {
            var provider = lane == 0 ? _pipeline.Provider : (FakeProvider)_pipeline.Providers.Get("lane" + lane);
            new ScriptedLane(lane, _case.Scripts[lane], Time, Sends).Attach(provider);
        }
    }

    private async Task AskAsync()
    {
        try
        {
            if (!_case.IsStream)
            {
                await _pipeline.Service.GenerateAsync(Some.Request, _caller.Token).ConfigureAwait(false);
                return;
            }

            await foreach (var update in _pipeline.Service.GenerateStreamAsync(Some.Request, _caller.Token).ConfigureAwait(false))
            {
                SendsAtFirstUpdate ??= Sends.Count;
            }
        }
        catch (Exception error) when (error is LLMServiceException or OperationCanceledException)
        {
            Error = error;
        }
    }
}
