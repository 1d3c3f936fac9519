using System.Text;

namespace JobWise.Llm;

/// <summary>A typed answer beside the response it was read from.</summary>
/// <typeparam name="T">The type that was asked for.</typeparam>
public sealed record LLMResponse<T>
{
    /// <summary>The answer, read and checked.</summary>
    public required T Value { get; init; }

    /// <summary>The response that the value was read from: the last one, after a re-ask.</summary>
    public required LLMResponse Response { get; init; }

    /// <summary>What had to be mended, in order, such as <c>code_fence</c> or <c>reasked</c>; empty when the text was strict JSON of the type and nothing else.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>The tokens and cost of the answers that were given up for a re-ask; empty when there was none.</summary>
    public IReadOnlyList<LLMResponse> Rejected { get; init; } = [];

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Type = ").Append(typeof(T).Name).Append(", Repairs = ").Append(string.Join(' ', Repairs)).Append(", Response = ").Append(Response);
        return true;
    }
}
