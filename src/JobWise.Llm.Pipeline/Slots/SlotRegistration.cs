namespace JobWise.Llm.Pipeline;

/// <summary>A decorator of the user's, and the slot it goes into.</summary>
internal sealed record SlotRegistration(LLMStage Stage, Func<IServiceProvider, ILLMService, ILLMService> Decorate);
