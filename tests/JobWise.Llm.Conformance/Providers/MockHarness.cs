using System.Reflection;

namespace JobWise.Llm.Conformance.Providers;

internal sealed class MockHarness : ProviderHarness
{
    private readonly TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MockLLMService _mock = new();

    public override Assembly Package => typeof(MockLLMService).Assembly;

    public override string ProviderName => "mock";

    public override int Sent => _mock.Calls.Count;

    public override bool IsIdle => _mock.Calls.All(call => call.Outcome != MockCallOutcome.Running);

    public override Task Arrival => _arrival.Task;

    public override ILLMService Create(ProviderBehaviour behaviour)
    {
        _mock.Options.Models = [.. behaviour.Models];
        if (behaviour.Failure == ProviderFailure.Unavailable)
        {
            _mock.Options.Health = new LLMHealth { Status = LLMHealthStatus.Unhealthy, Reason = "scripted" };
        }

        return _mock.Answer(request =>
        {
            _arrival.TrySetResult();
            return AnswerTo(request, behaviour);
        });
    }

    private static MockAnswer AnswerTo(LLMRequest request, ProviderBehaviour behaviour) => new()
    {
        Text = behaviour.EchoesPrompt ? request.GetConversation()[^1].Text : behaviour.Text,
        FinishReason = new LLMFinishReason(behaviour.FinishReason),
        Fault = FaultOf(behaviour),
    };

    private static MockFault? FaultOf(ProviderBehaviour behaviour) => behaviour switch
    {
        { Failure: ProviderFailure.RateLimited } => MockFault.RateLimited(behaviour.RetryAfter),
        { Failure: ProviderFailure.Unauthorized } => MockFault.Authentication(),
        { Failure: ProviderFailure.Unavailable } => MockFault.ServerError(),
        { Failure: ProviderFailure.Hangs } => MockFault.Hang(),
        { Ending: StreamEnding.Cut } => MockFault.StreamInterrupted(afterChunks: 1),
        { Ending: StreamEnding.Hangs } => MockFault.Hang(afterChunks: 1),
        _ => null,
    };
}
