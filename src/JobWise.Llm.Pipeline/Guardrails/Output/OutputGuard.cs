using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>Checks a complete answer. One in which nothing is wrong comes back as the same object.</summary>
internal static class OutputGuard
{
    /// <exception cref="LLMInvalidResponseException">JSON was asked for, the answer is none, and the options reject it.</exception>
    public static LLMResponse Check(LLMRequest request, LLMResponse response, in GuardrailSettings guards)
    {
        var message = OutputMessage.Clean(response.Message, guards, out var removed);
        var isBroken = guards.InvalidJson != LLMGuardrailAction.Off
            && JsonCheck.IsAsked(request)
            && JsonCheck.IsFinished(response)
            && !JsonCheck.IsObject(message.Text.AsSpan().Trim());
        if (isBroken && guards.InvalidJson == LLMGuardrailAction.Reject)
        {
            throw RejectJson(request, response);
        }

        return ReferenceEquals(message, response.Message) && !isBroken
            ? response
            : response with { Message = message, Warnings = [.. response.Warnings, .. WarningsOf(removed, isBroken)] };
    }

    private static IEnumerable<LLMWarning> WarningsOf(int removed, bool isBroken)
    {
        if (removed > 0)
        {
            yield return new LLMWarning
            {
                Code = "characters_removed",
                Message = string.Create(CultureInfo.InvariantCulture, $"{removed} control character(s) or half character(s) were removed from the answer."),
            };
        }

        if (isBroken)
        {
            yield return new LLMWarning
            {
                Code = "json_invalid",
                Option = nameof(LLMRequest.ResponseFormat),
                Message = "JSON was asked for, and the answer is no JSON object.",
            };
        }
    }

    private static LLMInvalidResponseException RejectJson(LLMRequest request, LLMResponse response) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"JSON was asked for, and the answer of {response.Text.Length} characters is no JSON object. It is in PartialText. Ask again, or use GenerateJsonAsync, which mends what it can."),
        new LLMErrorDetails
        {
            Provider = response.Provider,
            Model = response.Model,
            RequestId = response.RequestId,
            RateLimits = response.RateLimits,
            Usage = response.Usage,
            PartialText = response.Text,
        })
    {
        Sends = request.Call.Scope?.Sends,
    };
}
