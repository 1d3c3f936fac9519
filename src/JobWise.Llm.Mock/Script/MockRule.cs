namespace JobWise.Llm;

/// <summary>One scripted answer: which calls it fits, what it says, and how often.</summary>
/// <param name="description">For messages, in the words of the test's author.</param>
/// <param name="fits">Whether the answer is for this request.</param>
/// <param name="reply">Makes the answer.</param>
/// <param name="times">How many calls it answers; null is any number.</param>
internal sealed class MockRule(string description, Func<LLMRequest, bool> fits, MockReply reply, int? times)
{
    private int _uses;

    public string Description { get; } = description;

    public MockReply Reply { get; } = reply;

    public int Uses => Volatile.Read(ref _uses);

    /// <summary>Whether a test that expects every answer to be used is content: all the times, or once where any number goes.</summary>
    public bool IsUsedUp => Uses >= (times ?? 1);

    public string Progress => times is null ? $"{Description} (used {Uses} times)" : $"{Description} (used {Uses} of {times} times)";

    public bool Fits(LLMRequest request) => fits(request);

    /// <summary>Takes one use; of two concurrent calls at the last one, one gets false.</summary>
    public bool TryTake()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _uses);
            if (seen >= (times ?? int.MaxValue))
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _uses, seen + 1, seen) != seen);

        return true;
    }
}
