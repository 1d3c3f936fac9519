namespace JobWise.Llm;

/// <summary>A piece of a message. Providers pass over kinds that they do not know and report them as <see cref="LLMResponse.Warnings"/>.</summary>
public abstract record LLMContentPart
{
    private protected LLMContentPart()
    {
    }
}
