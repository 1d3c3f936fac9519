using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;

namespace JobWise.Llm.Proofs.Faults;

public sealed class FaultJudgeTests
{
    private static readonly FaultExpectation Answer = FaultExpectation.Gives("Hello, world");
    private static readonly FaultExpectation Failure = FaultExpectation.FailsOnce<LLMServerException>();
    private static readonly FaultOutcome Right = new() { Elapsed = TimeSpan.FromSeconds(1), Reading = new FaultReading("Hello, world", "stop"), Sends = [TimeSpan.Zero] };
    private static readonly FaultOutcome Failed = Right with { Reading = null, Error = new LLMServerException("down") };

    public static TheoryData<FaultCaseUnderTest> Unclean =>
    [
        new("raw IOException: cut", Failure, Failed with { Error = new IOException("cut") }),
        new("raw TaskCanceledException: A task was canceled.", Failure, Failed with { Error = new TaskCanceledException() }),
        new("LLMQuotaException, not LLMServerException: empty", Failure, Failed with { Error = new LLMQuotaException("empty") }),
        new("LLMServerException, not the answer: down", Answer, Failed),
        new("ended after 3200 ms", Answer, Right with { Elapsed = TimeSpan.FromMilliseconds(3200) }),
        new("did not end by itself", Failure, Failed with { WasCutOff = true }),
        new("an incomplete answer was presented as complete: 'Hello'", Answer, Right with { Reading = new FaultReading("Hello", "stop") }),
        new("an incomplete answer was presented as complete: ''", Failure, Right with { Reading = new FaultReading("", null) }),
        new("wrong answer 'Hello, world!'", Answer, Right with { Reading = new FaultReading("Hello, world!", "stop") }),
        new("the finish reason is 'stop', not 'length'", Answer with { Finish = "length" }, Right),
        new("7 bytes went to another host", Answer, Right with { ForeignBytes = 7 }),
        new("a header was injected", Answer, Right with { HasInjectedHeader = true }),
        new("the key is in a log", Answer, Right with { Leaks = ["the key is in a log", "the key is in a log"] }),
        new("2 sends, at most 1 are right", Failure, Failed with { Sends = [TimeSpan.Zero, TimeSpan.FromSeconds(1)] }),
        new("1 sends, at least 2 are right", FaultExpectation.GivesAfterRetry("Hello, world"), Right),
        new("sent again after 40 ms", Answer, Right with { Sends = [TimeSpan.Zero, TimeSpan.FromMilliseconds(40)] }),
        new("PartialText is '', not 'Hello'", Failure with { Partial = "Hello" }, Failed),
        new("RetryAfter is , not 10:00:00", Failure with { RetryAfter = TimeSpan.FromHours(10) }, Failed),
    ];

    [Theory]
    [MemberData(nameof(Unclean), DisableDiscoveryEnumeration = true)]
    public void Judge_what_is_wrong_is_the_one_reason(FaultCaseUnderTest test)
    {
        ArgumentNullException.ThrowIfNull(test);

        Assert.Equal([test.Reason], Judge(test.Expected, test.Outcome).Reasons);
    }

    [Fact]
    public void Judge_what_is_right_is_clean()
    {
        Assert.Empty(Judge(Answer, Right).Reasons);
        Assert.Empty(Judge(Failure, Failed).Reasons);
        Assert.Empty(Judge(Answer.Or(typeof(LLMServerException)), Failed).Reasons);
    }

    [Fact]
    public void Judge_lateness_of_the_machine_is_allowed_and_no_more()
    {
        var late = Right with { Elapsed = TimeSpan.FromMilliseconds(3200), Lag = TimeSpan.FromMilliseconds(101) };

        Assert.True(Judge(Answer, late).IsClean);
        Assert.True(Judge(Answer, late with { Lag = TimeSpan.FromMilliseconds(99) }).IsHang);
    }

    [Fact]
    public void Judge_in_time_only_thanks_to_the_lag_is_doubtful()
    {
        var late = Right with { Elapsed = TimeSpan.FromMilliseconds(3200), Lag = TimeSpan.FromMilliseconds(101) };

        Assert.True(Judge(Answer, late).IsDoubtful);
        Assert.False(Judge(Answer, late with { Elapsed = TimeSpan.FromMilliseconds(3099) }).IsDoubtful);
        Assert.True(Judge(Answer with { Within = TimeSpan.FromSeconds(1) }, late with { Elapsed = TimeSpan.FromMilliseconds(1150) }).IsDoubtful);
    }

    [Fact]
    public void Judge_counts_what_the_figures_count()
    {
        Assert.True(Judge(Failure, Failed with { Error = new IOException("cut") }).IsRaw);
        Assert.True(Judge(Failure, Failed with { WasCutOff = true }).IsHang);
        Assert.True(Judge(Answer, Right with { Reading = new FaultReading("Hel", "stop") }).IsTruncated);
        Assert.Equal(7, Judge(Answer, Right with { ForeignBytes = 7 }).ForeignBytes);
    }

    [Fact]
    public void Judge_typed_answers_are_compared_as_json()
    {
        var outcome = Right with { Reading = new FaultReading("""{ "people": 7, "town": "Z" }""", "stop") };

        Assert.True(Judge(FaultExpectation.Gives("""{"town":"Z","people":7}"""), outcome, FaultMode.Json).IsClean);
        Assert.False(Judge(FaultExpectation.Gives("""{"town":"Z","people":8}"""), outcome, FaultMode.Json).IsClean);
    }

    private static FaultVerdict Judge(FaultExpectation expected, FaultOutcome outcome, FaultMode mode = FaultMode.Stream) =>
        FaultJudge.Judge(expected, mode, FaultSubjects.Groq, outcome);
}
