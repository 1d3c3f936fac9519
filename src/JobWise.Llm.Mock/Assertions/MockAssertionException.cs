namespace JobWise.Llm;

/// <summary>
/// A mock was not used as the test expects. Any test framework reports it as a failure. It is no <see cref="LLMServiceException"/>, so that
/// the code under test does not take it for a provider's error.
/// </summary>
public sealed class MockAssertionException : Exception
{
    /// <summary>Says what was expected and what happened.</summary>
    /// <param name="message">Whole sentences.</param>
    public MockAssertionException(string message)
        : base(message)
    {
    }
}
