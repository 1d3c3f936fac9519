using Polly;

namespace JobWise.Llm.Pipeline;

/// <summary>One provider instance and model, with the state that all its calls share: circuit, retry budget, recent latency.</summary>
internal sealed class Lane
{
    private readonly ILLMService _attempts;
    private readonly TimeProvider _timeProvider;
    private readonly Lazy<ResiliencePipeline<LaneAnswer>> _pipeline;
    private readonly RateLimiters _limiters;
    private LanePrice? _price;
    private long _usedAt;
    private long _setAsideAt;
    private long _setAsideFor;

    /// <param name="name">As registered, with the model.</param>
    /// <param name="attempts">Makes one attempt.</param>
    /// <param name="parts">What all lanes share.</param>
    public Lane(LLMLane name, ILLMService attempts, PipelineParts parts)
    {
        (Name, _attempts, _timeProvider) = (name, attempts, parts.TimeProvider);
        (Alone, Drawn, AsPlan) = (new LanePlan([name]), new LanePlan([name], LLMRouteBasis.Weight), [this]);
        Vendor = attempts.Metadata.ProviderName;
        Circuit = new CircuitBreaker(parts.TimeProvider, change => parts.Logger.CircuitChanged(name, change));
        Model = name.Model ?? attempts.Metadata.DefaultModel ?? string.Empty;
        (_limiters, Estimates) = (parts.RateLimiters, parts.TokenEstimates);
        Retries = new RetryBudget(parts.TimeProvider);
        Latency = new LaneLatency(parts.TimeProvider);
        _usedAt = parts.TimeProvider.GetTimestamp();
        _pipeline = new(() => LanePipeline.Build(this, parts));
    }

    public LLMLane Name { get; }

    /// <summary>The plan of a call that has this lane only; shared, since most calls do.</summary>
    public IReadOnlyList<LLMLane> Alone { get; }

    /// <summary>The same plan for a call that weights have drawn.</summary>
    public IReadOnlyList<LLMLane> Drawn { get; }

    /// <summary>The same plan, with the lane itself.</summary>
    public IReadOnlyList<Lane> AsPlan { get; }

    /// <summary>See <see cref="LLMServiceMetadata.ProviderName"/>.</summary>
    public string Vendor { get; }

    /// <summary>The model's id; empty where neither the lane nor the instance names one.</summary>
    public string Model { get; }

    public CircuitBreaker Circuit { get; }

    public RetryBudget Retries { get; }

    public LaneLatency Latency { get; }

    /// <summary>When it was sent something last; null while its circuit or its account's refusal must not be forgotten.</summary>
    public long? RestingSince => Circuit.State == LLMCircuitState.Closed && !IsSetAside ? Volatile.Read(ref _usedAt) : null;

    /// <summary>What the tokens of its requests are estimated by.</summary>
    public TokenEstimates Estimates { get; }

    /// <summary>Makes the call on this lane, with its retries. Never throws: what failed is in the outcome.</summary>
    /// <param name="call">It has entered this lane.</param>
    /// <param name="context">The call's, which it is attached to.</param>
    public ValueTask<Outcome<LaneAnswer>> SendAsync(LaneCall call, ResilienceContext context) =>
        _pipeline.Value.ExecuteOutcomeAsync(static (_, call) => call.Lane.AttemptAsync(call), context, call);

    /// <summary>What the account refused last; shown where the lane is passed over for it.</summary>
    public LLMServiceException? Refusal { get; private set; }

    /// <summary>Whether the lane's account has refused of late, so that asking again would only waste time.</summary>
    public bool IsSetAside => Volatile.Read(ref _setAsideFor) is var time and > 0
        && _timeProvider.GetElapsedTime(Volatile.Read(ref _setAsideAt)) < TimeSpan.FromTicks(time);

    /// <summary>How long a call would wait for this lane before it is sent.</summary>
    public LaneWait WaitFor(LaneCall call)
    {
        var queue = _limiters.Get(Name.Instance, Name.Model) is { } limiter ? limiter.WaitFor(AskOf(call, limiter, out _)) ?? TimeSpan.MaxValue : TimeSpan.Zero;
        return new LaneWait(Circuit.HeldBackFor(call.Settings.Options.CircuitBreaker), queue);
    }

    /// <summary>Puts other lanes before this one for a while.</summary>
    public void SetAside(LLMServiceException refusal, TimeSpan time)
    {
        Refusal = refusal;
        Volatile.Write(ref _setAsideAt, _timeProvider.GetTimestamp());
        Volatile.Write(ref _setAsideFor, time.Ticks);
    }

    /// <summary>The price of the day, and what goes with it.</summary>
    public LanePrice PriceOn(DateOnly day, LLMPriceBook priceBook) =>
        _price is { } known && known.Day == day ? known : _price = LanePrice.Of(this, day, priceBook);

    /// <summary>Why the lane is passed over by a call; asked while it is, for a moment later it may be ready.</summary>
    public LLMServiceException? WhyNot(LaneCall call)
    {
        if (Circuit.HeldBackFor(call.Settings.Options.CircuitBreaker) is var wait && wait > TimeSpan.Zero)
        {
            return CircuitRefusal.Explain(this, cause: null, wait);
        }

        var queue = _limiters.Get(Name.Instance, Name.Model) is { } limiter
            ? limiter.WhyNot(AskOf(call, limiter, out _), call.Settings.Options.Routing.LongestWait) : null;
        return queue ?? (IsSetAside ? Refusal : null);
    }

    /// <summary>What the call asks of the lane's limits as it would be sent: with a shorter answer where the options allow one and it fits with no other.</summary>
    /// <param name="call">For this lane or another.</param>
    /// <param name="limiter">The lane's.</param>
    /// <param name="cap">The shorter answer; null where it is not needed or not allowed.</param>
    public RateLimitAsk AskOf(LaneCall call, RateLimiter limiter, out int? cap)
    {
        var ask = Estimates.Estimate(call.Request, Model, limiter.Vendor.CountsOutputCap);
        cap = call.Settings.Options.RateLimiting.FitOutput ? limiter.FitOutput(ask) : null;
        return cap is { } fitted ? ask with { OutputTokens = fitted } : ask;
    }

    private async ValueTask<Outcome<LaneAnswer>> AttemptAsync(LaneCall call)
    {
        try
        {
            call.TakeSend();
            Volatile.Write(ref _usedAt, call.AttemptStartedAt);
            if (call.Attempts == 1)
            {
                Retries.NoteCall(call.AttemptStartedAt);
            }

            var answer = call.IsStream
                ? new LaneAnswer(null, await OpenStream.OpenAsync(_attempts, call.Request, _timeProvider, call.Token).ConfigureAwait(false))
                : new LaneAnswer(await _attempts.GenerateAsync(call.Request, call.Token).ConfigureAwait(false), null);
            Latency.Note(call.AttemptStartedAt);
            return AttemptEnd.Settle(call, Outcome.FromResult(answer));
        }
        catch (OperationCanceledException error) when (!call.Token.IsCancellationRequested)
        {
            call.LastError = new LLMConnectionException(
                $"The provider '{Name.Instance}' gave up the call though nobody had cancelled it: a timeout of its own, such as HttpClient.Timeout, may have run out. Raise that, or leave timeouts to the pipeline.",
                new LLMErrorDetails { Provider = Vendor, Model = call.Request.Model },
                error);
            return AttemptEnd.Settle(call, Outcome.FromException<LaneAnswer>(call.LastError));
        }
        catch (Exception error) // Polly's rule: an outcome, never a throw. The router throws what must reach the caller, as it was.
        {
            call.LastError = error as LLMServiceException ?? call.LastError;
            return AttemptEnd.Settle(call, Outcome.FromException<LaneAnswer>(error));
        }
    }
}
