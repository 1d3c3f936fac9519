namespace JobWise.Llm.Pipeline;

/// <summary>The source of chance for waits, from 0 up to but not including 1.</summary>
internal sealed record Jitter(Func<double> Next);
