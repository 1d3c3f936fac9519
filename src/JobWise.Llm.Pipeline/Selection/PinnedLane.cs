namespace JobWise.Llm.Pipeline;

/// <summary>A lane as <see cref="LLMCallOptions.PinnedLane"/> names it: an instance, and a model after the first slash.</summary>
internal readonly record struct PinnedLane(string? Instance, string? Model)
{
    public static PinnedLane Parse(string? lane)
    {
        if (lane is null)
        {
            return default;
        }

        var slash = lane.IndexOf('/', StringComparison.Ordinal);
        var pinned = slash < 0 ? new PinnedLane(lane, null) : new PinnedLane(lane[..slash], lane[(slash + 1)..]);
        return string.IsNullOrWhiteSpace(pinned.Instance) || pinned.Model is { Length: 0 }
            ? throw new LLMInvalidRequestException(
                $"LLMCallOptions.PinnedLane is '{lane}', but must be the name of a provider instance, or that, a slash and a model, such as groq/openai/gpt-oss-20b.")
            : pinned;
    }
}
