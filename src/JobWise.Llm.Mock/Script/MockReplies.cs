namespace JobWise.Llm;

/// <summary>Brings the forms in which a test writes an answer into one.</summary>
internal static class MockReplies
{
    public static MockReply Of(MockAnswer answer) => (_, _) => ValueTask.FromResult(answer);

    public static MockReply Of(MockFault fault) => Of(new MockAnswer { Fault = fault });

    public static MockReply Of(Func<LLMRequest, MockAnswer> answer) => (request, _) => ValueTask.FromResult(Checked(answer(request)));

    public static MockReply Of(Func<LLMRequest, CancellationToken, Task<MockAnswer>> answer) =>
        async (request, cancellationToken) => Checked(await answer(request, cancellationToken).ConfigureAwait(false));

    private static MockAnswer Checked(MockAnswer? answer) => answer
        ?? throw new MockAssertionException("A scripted function returned null. Return a text, a MockAnswer, a LLMResponse or a MockFault.");
}
