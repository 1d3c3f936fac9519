using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>A provider that holds every call until the test answers, and repeats the prompt then. Safe for use from many threads.</summary>
internal sealed class HeldProvider : ILLMService
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _settled = new();
    private readonly List<(int Sends, TaskCompletionSource Sent)> _waiters = [];
    private TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Channel<LLMStreamUpdate> _updates = Channel.CreateUnbounded<LLMStreamUpdate>();
    private int _sends;

    public int Sends => _sends;

    /// <summary>False answers at once.</summary>
    public bool IsHeld { get; set; } = true;

    /// <summary>Not null answers a call some time after it was sent, by itself, so that others can join meanwhile.</summary>
    public int? HoldUntil { get; set; }

    public CancellationToken LastToken { get; private set; }

    public bool IsSettled => _settled.Task.IsCompleted;

    public Task Settled => _settled.Task;

    public LLMServiceMetadata Metadata { get; } = new() { ProviderName = "held", InstanceName = "held", DefaultModel = "m" };

    /// <summary>With the cache on, one attempt for each call unless more are asked for, and no limit but the deadline.</summary>
    public static PipelineUnderTest CreatePipeline(out HeldProvider upstream, int attempts = 1)
    {
        var held = upstream = new HeldProvider();
        return PipelineUnderTest.Create(
            options =>
            {
                (options.Cache.IsEnabled, options.Provider, options.Retry.MaxAttempts) = (true, "held", attempts);
                (options.AttemptTimeouts.FirstContent, options.AttemptTimeouts.Idle) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1));
            },
            builder => builder.AddProvider("held", (_, _) => held));
    }

    /// <summary>Answers everything that is held.</summary>
    public void Answer() => Release(null);

    public void Fail(Exception failure) => Release(failure);

    public void Send(LLMStreamUpdate update) => _updates.Writer.TryWrite(update);

    public Task WaitForSendAsync(int sends)
    {
        lock (_lock)
        {
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((sends, waiter));
            Note_NeedsLock();
            return waiter.Task;
        }
    }

    public async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        var gate = Begin(cancellationToken);
        if (HoldUntil is { } callers)
        {
            // Long enough for the others to join, without a clock: each yield lets another thread go on.
            for (var i = 0; i < callers * 1000; i++)
            {
                await Task.Yield();
            }
        }
        else if (IsHeld)
        {
            await gate.WaitAsync(cancellationToken);
        }

        return ResponseTo(request);
    }

    public async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _ = Begin(cancellationToken);
        try
        {
            await foreach (var update in _updates.Reader.ReadAllAsync(cancellationToken))
            {
                yield return update;
            }

            yield return LLMStreamUpdate.ForCompleted(ResponseTo(request));
        }
        finally
        {
            _settled.TrySetResult();
        }
    }

    public Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private static LLMResponse ResponseTo(LLMRequest request) => Some.Response(text: request.Prompt!, provider: "held");

    private Task Begin(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            LastToken = cancellationToken;
            _sends++;
            Note_NeedsLock();
            return _gate.Task;
        }
    }

    private void Release(Exception? failure)
    {
        TaskCompletionSource gate;
        Channel<LLMStreamUpdate> updates;
        lock (_lock)
        {
            (gate, _gate) = (_gate, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            (updates, _updates) = (_updates, Channel.CreateUnbounded<LLMStreamUpdate>());
        }

        updates.Writer.Complete(failure);
        if (failure is null)
        {
            gate.SetResult();
        }
        else
        {
            gate.SetException(failure);
        }
    }

    private void Note_NeedsLock()
    {
        foreach (var (_, sent) in _waiters.Where(waiter => waiter.Sends <= _sends))
        {
            sent.TrySetResult();
        }
    }
}
