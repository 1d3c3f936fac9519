using FsCheck;
using FsCheck.Fluent;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>Random courses of calls and wishes to retry on one lane, with the default options.</summary>
public class RetryBudgetPropertyTests
{
    [Fact]
    public void Retries_are_at_most_a_tenth_of_the_calls_of_a_minute_or_three_and_no_fewer_are_refused()
    {
        var aboveTheFloor = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Courses(), course =>
        {
            var (time, budget, options) = (new TwoClockTimeProvider(), default(RetryBudget)!, new LLMRetryOptions());
            budget = new RetryBudget(time);
            List<long> calls = [], retries = [];
            var now = TimeSpan.Zero;
            foreach (var (isRetry, milliseconds) in course)
            {
                time.Advance(TimeSpan.FromMilliseconds(milliseconds));
                now += TimeSpan.FromMilliseconds(milliseconds);
                var slice = now.Ticks / TimeSpan.FromSeconds(10).Ticks; // Old counts leave in slices of ten seconds.
                if (!isRetry)
                {
                    budget.NoteCall(time.GetTimestamp());
                    calls.Add(slice);
                    continue;
                }

                var (recentCalls, recentRetries) = (calls.Count(at => at > slice - 6), retries.Count(at => at > slice - 6));
                var isAllowed = budget.TryTake(options);

                Assert.Equal(recentRetries < Math.Max(3, recentCalls / 10), isAllowed);
                aboveTheFloor += isAllowed && recentRetries >= 3 ? 1 : 0;
                retries.AddRange(isAllowed ? [slice] : []);
            }
        }));

        Assert.True(aboveTheFloor > 100, $"Only {aboveTheFloor} retries were above the floor.");
    }

    private static Arbitrary<(bool IsRetry, int Milliseconds)[]> Courses() => Arb.From(
        (from kind in Gen.Choose(0, 9)
         from time in Gen.Frequency((20, Gen.Choose(0, 600)), (1, Gen.Choose(0, 30_000)))
         select (kind < 3, time)).ArrayOf(300));
}
