namespace JobWise.Llm.Wire;

/// <summary>Makes the warnings about what of a request is not done as asked.</summary>
internal static class RequestWarning
{
    /// <summary>An option that is not sent.</summary>
    public static LLMWarning Ignored(string option, string message) => new() { Code = "option_ignored", Option = option, Message = message };

    /// <summary>A form of answer that is asked for in a weaker way.</summary>
    public static LLMWarning SteppedDown(string message) =>
        new() { Code = "format_stepped_down", Option = nameof(LLMRequest.ResponseFormat), Message = message };
}
