namespace JobWise.Llm.Pipeline;

/// <summary>Wraps a service in the user's decorators of one slot; the first added is the outermost.</summary>
internal sealed class Slots(IServiceProvider services, IEnumerable<SlotRegistration> registrations)
{
    public bool Has(LLMStage stage) => registrations.Any(registration => registration.Stage == stage);

    public ILLMService Decorate(LLMStage stage, ILLMService service)
    {
        foreach (var registration in registrations.Reverse())
        {
            if (registration.Stage == stage)
            {
                service = registration.Decorate(services, service)
                    ?? throw new InvalidOperationException($"A decorator added at LLMStage.{stage} returned null. Return the inner service to add nothing.");
            }
        }

        return service;
    }
}
