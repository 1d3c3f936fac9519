namespace JobWise.Llm.Pipeline;

/// <summary>What an attempt gave: a whole response, or a stream that has brought its first update. One type for both, so that a lane is one Polly pipeline.</summary>
internal readonly record struct LaneAnswer(LLMResponse? Response, OpenStream? Stream);
