namespace JobWise.Llm;

/// <summary>What one send of a request would cost on a lane, at the standard service tier with nothing read from the provider's prompt cache.</summary>
public sealed record LLMCostEstimate
{
    /// <summary>The instance and the model.</summary>
    public required LLMLane Lane { get; init; }

    /// <summary>Input tokens as prompts like this one had them on this model; four bytes to a token until some were seen.</summary>
    public int PromptTokens { get; init; }

    /// <summary>More input tokens than the request is likely to have.</summary>
    public int MostPromptTokens { get; init; }

    /// <summary>The median output of the workflow's last answers on this model, within the cap; null until eight were seen.</summary>
    public int? UsualOutputTokens { get; init; }

    /// <summary>The output cap of the call.</summary>
    public int MostOutputTokens { get; init; }

    /// <summary>The prompt alone: the least that an answer can cost if nothing is cached.</summary>
    public required LLMCost Least { get; init; }

    /// <summary>The prompt and the usual output; unknown until enough answers were seen.</summary>
    public required LLMCost Usual { get; init; }

    /// <summary>The largest prompt that it may be, with all output that the cap allows. A budget reserves this.</summary>
    public required LLMCost Most { get; init; }
}
