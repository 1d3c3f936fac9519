using System.Runtime.ExceptionServices;

namespace JobWise.Llm.Pipeline;

/// <summary>How a flight ended: with an answer, new or found in the store, or with a failure.</summary>
internal sealed record FlightEnd
{
    public LLMResponse? Response { get; private init; }

    /// <summary>Whether nothing was sent.</summary>
    public bool IsFromStore { get; private init; }

    public ExceptionDispatchInfo? Failure { get; private init; }

    public static FlightEnd Found(LLMResponse response) => new() { Response = response, IsFromStore = true };

    public static FlightEnd Answered(LLMResponse response) => new() { Response = response };

    public static FlightEnd Failed(Exception failure) => new() { Failure = ExceptionDispatchInfo.Capture(failure) };
}
