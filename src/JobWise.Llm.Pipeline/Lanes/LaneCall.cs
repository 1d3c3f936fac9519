using System.Globalization;
using Polly;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// One call on its way: what was asked, under which settings, on which lane it is now, and how it went so far. One object for the whole way, so
/// that a call that succeeds at once pays for one. Used by one thread at a time.
/// </summary>
internal sealed class LaneCall(LLMRequest request, bool isStream, PipelineSettings settings, TimeProvider timeProvider, CancellationToken token)
{
    private static readonly ResiliencePropertyKey<LaneCall> Key = new("jobwise.llm.call");

    private List<LaneTry>? _tries;
    private List<(Lane Lane, TimeSpan Time)>? _holds;
    private Dictionary<Lane, LLMServiceException>? _passedOver;
    private int _attemptsDecidedOn;

    /// <summary>As the current lane is to be sent it.</summary>
    public LLMRequest Request { get; private set; } = request;

    public bool IsStream => isStream;

    public PipelineSettings Settings => settings;

    /// <summary>The call's own; never one of a resilience context, which is recycled while a stream still runs.</summary>
    public CancellationToken Token => token;

    public LLMCallScope Scope { get; } = request.Call.Scope ?? new LLMCallScope(timeProvider);

    public int MostSends { get; } = request.Call.MostSends ?? settings.Options.MostSends;

    /// <summary>The lane that serves the call at the moment.</summary>
    public Lane Lane { get; private set; } = null!; // Set by Enter before anything looks.

    /// <summary>How many requests the current lane has sent for the call.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many it had sent when the call was there before.</summary>
    public int AttemptsBefore { get; private set; }

    /// <summary>The most attempts the current lane may make, so that sends are left for the lanes after it.</summary>
    public int MostAttempts { get; private set; }

    /// <summary>How long the current lane may keep the call waiting before it must give it up.</summary>
    public TimeSpan Patience => HasAlternative ? settings.Options.Routing.LongestWait : Remaining;

    /// <summary>Whether another lane could take the call at once.</summary>
    public bool HasAlternative { get; private set; }

    /// <summary>How long the call has waited for the current lane, at its limits and between attempts.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>Whether the call was held back by any lane's circuit.</summary>
    public bool WasHeldBack => _holds is not null;

    /// <summary>The wait that was decided on before the next attempt.</summary>
    public TimeSpan NextWait { get; set; }

    /// <summary>The last failure of the current lane; a later one replaces it.</summary>
    public LLMServiceException? LastError { get; set; }

    /// <summary>What was not done as asked on the current lane; null where all was.</summary>
    public LLMWarning? Warning { get; private set; }

    /// <summary>The circuit's leave for the attempt under way.</summary>
    public CircuitPermit Permit { get; private set; }

    /// <summary>What the attempt under way has taken from the lane's limits; null where there are none.</summary>
    public RateLimitReservation? Reservation { get; set; }

    /// <summary>Whether the attempt under way has got as far as the provider.</summary>
    public bool IsSent { get; private set; }

    /// <summary>What was tried before the current lane, in that order.</summary>
    public IReadOnlyList<LaneTry> Tries => _tries ?? (IReadOnlyList<LaneTry>)[];

    /// <summary>When the attempt under way was sent, on the monotonic clock.</summary>
    public long AttemptStartedAt { get; private set; }

    /// <summary>The time left until the call must have ended.</summary>
    public TimeSpan Remaining => Clock?.Remaining ?? CallTime.RemainingOf(Request.Call, Scope);

    /// <summary>
    /// Whether the call's time is over and the attempt under way has had its share: more than half of what the call took, or four times as long
    /// as usual.
    /// </summary>
    public bool HasHung => HasHungFor(timeProvider.GetElapsedTime(AttemptStartedAt));

    /// <summary>The same for a wait of a given length.</summary>
    public bool HasHungFor(TimeSpan wait) => Remaining <= TimeSpan.Zero
        && (wait * 2 > (Clock?.Elapsed ?? Scope.Elapsed) || (Lane.Latency.Usual is var usual && usual > TimeSpan.Zero && wait > usual * 4));

    private ICallClock? Clock => CallNotes.Of(Request)?.Clock;

    public static LaneCall Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public void AttachTo(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Goes to a lane.</summary>
    /// <param name="next">The lane, and what is left after it.</param>
    /// <param name="laneRequest">The request with the lane's own model and defaults.</param>
    public void Enter(RoutedLane next, LLMRequest laneRequest)
    {
        (Lane, Request, HasAlternative) = (next.Lane!, laneRequest, next.HasAlternative);
        (Attempts, _attemptsDecidedOn, LastError, Warning) = (0, 0, null, null);
        AttemptsBefore = AttemptsOn(Lane);
        MostAttempts = Math.Max(1, Math.Min(settings.MaxAttempts(Lane.Name.Instance) - AttemptsBefore, MostSends - Scope.Sends - next.LanesAfter));
    }

    /// <summary>Asks for a shorter answer, so that the request fits the lane's limits, and says so.</summary>
    public void FitOutput(int cap)
    {
        Warning = new LLMWarning
        {
            Code = "output_cap_fitted",
            Option = nameof(LLMRequest.MaxTokens),
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"MaxTokens was lowered from {Request.MaxTokens} to {cap}, the most with which the request ever fits the limits of {Lane.Name}."),
        };
        Request = Request with { MaxTokens = cap };
    }

    /// <summary>Whether a request was sent since this was asked last; a call that was refused before it was sent is no attempt to repeat.</summary>
    public bool HasSentSinceDecision()
    {
        var hasSent = Attempts > _attemptsDecidedOn;
        _attemptsDecidedOn = Attempts;
        return hasSent;
    }

    /// <summary>Notes a wait for a lane that is held back; another may be entered after it.</summary>
    public void NoteHold(Lane lane, TimeSpan time) => (_holds ??= []).Add((lane, time));

    /// <summary>How long the call waited until a lane that was held back was ready; no part of <see cref="Waited"/>.</summary>
    public TimeSpan HeldBackBy(Lane lane)
    {
        var total = TimeSpan.Zero;
        foreach (var (held, time) in _holds ?? [])
        {
            total += ReferenceEquals(held, lane) ? time : TimeSpan.Zero;
        }

        return total;
    }

    /// <summary>Leaves the current lane with its error.</summary>
    public void Leave(LLMServiceException error)
    {
        (_tries ??= []).Add(new LaneTry(Lane, error, Attempts, Waited, timeProvider.GetTimestamp()));
        Waited = TimeSpan.Zero;
    }

    /// <summary>Keeps why a lane was not asked; the last reason counts.</summary>
    public void PassOver(Lane lane)
    {
        if (lane.WhyNot(this) is { } why)
        {
            (_passedOver ??= new())[lane] = why;
        }
    }

    /// <summary>Null for a lane that was not passed over.</summary>
    public LLMServiceException? WhyPassedOver(Lane lane) => _passedOver?.GetValueOrDefault(lane);

    /// <summary>The lane that the call goes to once more, after the last one; null before that.</summary>
    public Lane? ReturnedTo { get; set; }

    /// <summary>Whether the lane may be sent one more request for the call, which has left it.</summary>
    public bool MayReturn(Lane lane) => AttemptsOn(lane) < settings.MaxAttempts(lane.Name.Instance);

    public TimeSpan Since(long timestamp) => timeProvider.GetElapsedTime(timestamp);

    public bool HasTried(Lane lane)
    {
        for (var i = 0; i < Tries.Count; i++)
        {
            if (ReferenceEquals(Tries[i].Lane, lane))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Starts an attempt, which holds nothing yet but the circuit's leave.</summary>
    public void BeginAttempt(CircuitPermit permit) => (Permit, Reservation, IsSent) = (permit, null, false);

    /// <summary>Counts a send, just before it is made.</summary>
    /// <exception cref="LLMServiceException">The call has no sends left.</exception>
    public void TakeSend()
    {
        var spending = CallNotes.Of(Request)?.Spending;
        if (Scope.Sends < MostSends)
        {
            spending?.ReserveSend();
        }

        if (!Scope.TryTakeSend(MostSends))
        {
            throw LastError ?? RefuseFurtherSend();
        }

        spending?.NoteSend();
        Attempts++;
        IsSent = true;
        AttemptStartedAt = timeProvider.GetTimestamp();
    }

    private int AttemptsOn(Lane lane)
    {
        var attempts = 0;
        for (var i = 0; i < Tries.Count; i++)
        {
            attempts += ReferenceEquals(Tries[i].Lane, lane) ? Tries[i].Attempts : 0;
        }

        return attempts;
    }

    /// <summary>What a call gets that comes back, as with a JSON re-ask, when all its sends are spent.</summary>
    private LLMServiceException RefuseFurtherSend() => new(
        $"The call has sent {Scope.Sends} of at most {MostSends} requests. Raise LLMCallOptions.MostSends or {PipelineSection.Path}:MostSends if it needs more.",
        new LLMErrorDetails { Model = Request.Model });
}
