using FsCheck;
using FsCheck.Fluent;

namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>What must hold for many calls at once on one lane, seen from the provider.</summary>
public class RetryLoadPropertyTests
{
    private const int Cases = 120;

    [Fact]
    public void Retries_are_at_most_a_tenth_of_the_calls_of_a_minute_or_three()
    {
        var (all, aboveTheFloor) = (0, 0);
        Check(run =>
        {
            var retries = run.Sends.GroupBy(send => send.Call).SelectMany(sends => sends.OrderBy(send => send.StartedAt).SkipLast(1)).Select(send => send.EndedAt).Order().ToList();
            var calls = run.Sends.GroupBy(send => send.Call).Select(sends => sends.Min(send => send.StartedAt)).ToList(); // A call counts when it is first sent.
            foreach (var at in retries)
            {
                // A retry is counted when it is decided on, and forgotten after 50 to 60 seconds: old counts leave in slices of ten.
                var recent = retries.Count(other => other > at - TimeSpan.FromSeconds(50) && other <= at);
                Assert.InRange(recent, 1, Math.Max(3, calls.Count(call => call > at - TimeSpan.FromSeconds(60) && call <= at) / 10));
                aboveTheFloor += recent > 3 ? 1 : 0;
            }

            all += retries.Count;
        });

        Assert.True(all > Cases && aboveTheFloor > Cases, $"Only {all} retries, {aboveTheFloor} of them above the floor.");
    }

    [Fact]
    public void No_call_is_sent_to_a_lane_within_the_hint_that_another_call_was_given() => Check(run =>
    {
        foreach (var limited in run.Sends.Where(send => send.Hint is not null))
        {
            var early = run.Sends.Find(send => send.StartedAt > limited.EndedAt && send.StartedAt < limited.EndedAt + limited.Hint!.Value);
            Assert.True(early == default, $"{early} is sent within the hint of {limited}.");
        }
    });

    private static void Check(Action<LoadRun> holds) => VirtualThread.Run(() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases),
        Prop.ForAll(Courses(), course => holds(new LoadRun(course.FailureShare, course.Seed).Play(course.Gaps)))));

    private static Arbitrary<(int FailureShare, int Seed, int[] Gaps)> Courses() => Arb.From(
        from share in Gen.Choose(5, 95)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from gaps in Gen.Frequency((20, Gen.Choose(0, 900)), (1, Gen.Choose(0, 20_000))).ArrayOf(150)
        select (share, seed, gaps));
}
