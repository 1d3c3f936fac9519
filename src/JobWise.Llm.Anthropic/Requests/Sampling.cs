namespace JobWise.Llm.Wire;

/// <summary>The temperature and top-p that are sent.</summary>
internal sealed record Sampling
{
    public double? Temperature { get; private init; }

    public double? TopP { get; private init; }

    public IReadOnlyList<LLMWarning> Warnings { get; private init; } = [];

    /// <summary>Leaves out what the model refuses: everything but the defaults, or one of the two.</summary>
    public static Sampling For(LLMRequest request, bool isTaken, string model) => isTaken
        ? OneOfTwo(request, model)
        : new Sampling { Warnings = [.. Refused(request, model)] };

    private static IEnumerable<LLMWarning> Refused(LLMRequest request, string model)
    {
        if (IsExplicit(request) && request.Temperature is { } temperature && temperature != 1)
        {
            yield return RequestWarning.Ignored(nameof(LLMRequest.Temperature), $"The model '{model}' takes only its default temperature.");
        }

        if (request.TopP is { } topP && topP != 1)
        {
            yield return RequestWarning.Ignored(nameof(LLMRequest.TopP), $"The model '{model}' takes only its default top-p.");
        }
    }

    // Since Claude 4.1 both together are refused.
    private static Sampling OneOfTwo(LLMRequest request, string model)
    {
        if (request.Temperature is null || request.TopP is null)
        {
            return new Sampling { Temperature = request.Temperature, TopP = request.TopP };
        }

        return IsExplicit(request)
            ? new Sampling
            {
                Temperature = request.Temperature,
                Warnings = [RequestWarning.Ignored(nameof(LLMRequest.TopP), $"The model '{model}' takes temperature or top-p, not both; the temperature was sent.")],
            }
            : new Sampling { TopP = request.TopP };
    }

    private static bool IsExplicit(LLMRequest request) => (request.Call.Defaulted & LLMDefaultedOptions.Temperature) == LLMDefaultedOptions.None;
}
