using System.Collections.ObjectModel;

namespace JobWise.Llm;

/// <summary>How calls went in a time, in all and by what they were.</summary>
public sealed record LLMMetricsReport
{
    /// <summary>From when, in UTC.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>To when, in UTC.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>All calls.</summary>
    public required LLMMetricsSummary All { get; init; }

    /// <summary>By the vendor that answered or refused; empty where a call failed before any was reached.</summary>
    public IReadOnlyDictionary<string, LLMMetricsSummary> ByProvider { get; init; } = ReadOnlyDictionary<string, LLMMetricsSummary>.Empty;

    /// <summary>By vendor and model that answered, such as <c>groq/openai/gpt-oss-20b</c>; of a failed call, the model that was asked for.</summary>
    public IReadOnlyDictionary<string, LLMMetricsSummary> ByModel { get; init; } = ReadOnlyDictionary<string, LLMMetricsSummary>.Empty;

    /// <summary>By <see cref="LLMRequest.Workflow"/>; empty for calls without one.</summary>
    public IReadOnlyDictionary<string, LLMMetricsSummary> ByWorkflow { get; init; } = ReadOnlyDictionary<string, LLMMetricsSummary>.Empty;
}
