namespace JobWise.Llm;

/// <summary>How long Anthropic keeps the start of a request after its last use.</summary>
public enum AnthropicPromptCache
{
    /// <summary>Nothing is marked to be kept.</summary>
    Off = 0,

    /// <summary>Writing costs 1.25 times the price of input.</summary>
    FiveMinutes = 1,

    /// <summary>Writing costs twice the price of input.</summary>
    OneHour = 2,
}
