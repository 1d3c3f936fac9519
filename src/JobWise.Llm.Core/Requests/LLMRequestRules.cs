namespace JobWise.Llm;

/// <summary>
/// What every provider asks of a request, in one place. Providers call it before they send; what only one vendor or model refuses is for
/// that provider to report or refuse.
/// </summary>
public static class LLMRequestRules
{
    /// <summary>Refuses a request that no provider could serve, before anything is sent.</summary>
    /// <param name="request">The request with its defaults filled in.</param>
    /// <exception cref="LLMInvalidRequestException">The first rule that is broken: the option, its value and the cure. Never a text of the conversation.</exception>
    public static void ThrowIfInvalid(LLMRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var problem = NumberRules.FindProblem(request)
            ?? TextRules.FindProblem(request)
            ?? ToolRules.FindProblem(request)
            ?? ResponseFormatRules.FindProblem(request)
            ?? CallRules.FindProblem(request.Call);
        if (problem is not null)
        {
            throw new LLMInvalidRequestException(problem, new LLMErrorDetails { Model = request.Model });
        }

        MessageRules.ThrowIfInvalid(request);
    }
}
