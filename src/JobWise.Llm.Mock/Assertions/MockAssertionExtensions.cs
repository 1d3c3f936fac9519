namespace JobWise.Llm;

/// <summary>
/// What a test expects of a mock. Each throws <see cref="MockAssertionException"/> with the expectation and the list of calls: lengths and
/// models, and the text as well where <see cref="MockLLMOptions.ShowTextInAssertions"/> is set.
/// </summary>
public static class MockAssertionExtensions
{
    /// <summary>Expects a call whose conversation contains a keyword.</summary>
    /// <param name="mock">The mock.</param>
    /// <param name="keyword">Looked for without regard to case, in all messages.</param>
    /// <returns>The first such call, for a closer look.</returns>
    public static MockCall AssertCalledWith(this MockLLMService mock, string keyword)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyword);
        return First(mock, request => ConversationText.Contains(request, keyword), $"a call that contains '{keyword}'");
    }

    /// <summary>Expects a call whose request a predicate accepts.</summary>
    /// <param name="mock">The mock.</param>
    /// <param name="expected">Looks at model, temperature, messages and the rest.</param>
    /// <returns>The first such call, for a closer look.</returns>
    public static MockCall AssertCalledWith(this MockLLMService mock, Func<LLMRequest, bool> expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return First(mock, expected, "a call that the predicate accepts");
    }

    /// <summary>Expects exactly one call.</summary>
    /// <param name="mock">The mock.</param>
    /// <returns>That call, for a closer look.</returns>
    public static MockCall AssertCalledOnce(this MockLLMService mock)
    {
        mock.AssertCallCount(1);
        return mock.Calls[0];
    }

    /// <summary>Expects that nothing was sent.</summary>
    /// <param name="mock">The mock.</param>
    public static void AssertNotCalled(this MockLLMService mock) => mock.AssertCallCount(0);

    /// <summary>Expects a number of calls; failed, cancelled and running ones count.</summary>
    /// <param name="mock">The mock.</param>
    /// <param name="expected">0 or more.</param>
    public static void AssertCallCount(this MockLLMService mock, int expected)
    {
        ArgumentNullException.ThrowIfNull(mock);
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        var calls = mock.Calls;
        if (calls.Count != expected)
        {
            throw Failure(mock, $"Expected {Count(expected)}, but there were {calls.Count}.", calls);
        }
    }

    /// <summary>Expects that every queued answer and every rule was used: a rule with <c>times</c> so often, any other at least once.</summary>
    /// <param name="mock">The mock.</param>
    public static void AssertAllAnswersUsed(this MockLLMService mock)
    {
        ArgumentNullException.ThrowIfNull(mock);
        if (mock.Script.Unused is [_, ..] unused)
        {
            throw Failure(mock, $"Expected all answers to be used, but these were not: {string.Join(", ", unused)}.", mock.Calls);
        }
    }

    private static MockCall First(MockLLMService mock, Func<LLMRequest, bool> expected, string expectation)
    {
        ArgumentNullException.ThrowIfNull(mock);
        var calls = mock.Calls;
        return calls.FirstOrDefault(call => expected(call.Request))
            ?? throw Failure(mock, $"Expected {expectation}, but none of {calls.Count} was.", calls);
    }

    private static string Count(int expected) => expected switch
    {
        0 => "no call",
        1 => "exactly one call",
        _ => $"{expected} calls",
    };

    private static MockAssertionException Failure(MockLLMService mock, string message, IReadOnlyList<MockCall> calls) =>
        new($"{message}{Environment.NewLine}{CallDescription.OfAll(calls, mock.Options.ShowTextInAssertions)}");
}
