namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

public sealed class SlidingLogTests
{
    private const long Minute = TimeSpan.TicksPerMinute;

    [Fact]
    public void Grant_leaves_the_window_a_whole_window_later()
    {
        var log = new SlidingLog(Minute, 60);
        log.Add(60, 0);

        Assert.Equal((1, 0), (log.WaitFor(1, Minute - 1), log.WaitFor(60, Minute)));
    }

    [Fact]
    public void Wait_lasts_until_enough_old_grants_have_left()
    {
        var log = new SlidingLog(Minute, 10);
        log.Add(4, 0);
        log.Add(4, Minute / 4);

        Assert.Equal(Minute / 4 * 3, log.WaitFor(4, Minute / 4));
        Assert.Equal(Minute, log.WaitFor(8, Minute / 4));
    }

    [Fact]
    public void Neighbours_share_an_entry_that_leaves_with_the_last()
    {
        var log = new SlidingLog(Minute, 10);
        log.Add(5, 0);
        log.Add(5, 1000);

        Assert.Equal(1000, log.WaitFor(5, Minute));
    }

    [Fact]
    public void Return_goes_to_the_grant_it_came_from()
    {
        var log = new SlidingLog(Minute, 10);
        log.Add(5, 0);
        log.Add(5, Minute / 2);

        log.Return(3, addedAt: 0, now: Minute / 2);

        Assert.Equal((7, 5), (log.Used(Minute / 2), log.Used(Minute)));
    }

    [Fact]
    public void Return_after_the_window_gives_nothing()
    {
        var log = new SlidingLog(Minute, 10);
        log.Add(5, 0);
        log.Add(5, Minute);

        log.Return(5, addedAt: 0, now: Minute);

        Assert.Equal(5, log.Used(Minute));
    }

    [Fact]
    public void Many_grants_keep_the_log_in_order()
    {
        var log = new SlidingLog(Minute, 1_000_000);
        for (var i = 0; i < 10_000; i++)
        {
            log.Add(1, i * (Minute / 1000));
        }

        Assert.Equal(1000, log.Used(9_999 * (Minute / 1000)));
    }
}
