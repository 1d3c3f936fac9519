using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests;

public class LaneLatencyTests
{
    private readonly TwoClockTimeProvider _time = new();
    private readonly LaneLatency _latency;

    public LaneLatencyTests() => _latency = new LaneLatency(_time);

    [Fact]
    public void Mean_before_the_first_answer_is_unknown_and_the_usual_zero()
    {
        Assert.Null(_latency.Mean);
        Assert.Equal(TimeSpan.Zero, _latency.Usual);
    }

    [Fact]
    public void Note_of_the_first_answer_is_the_mean()
    {
        Note(TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(2), _latency.Mean);
        Assert.Equal(TimeSpan.FromSeconds(2), _latency.Usual);
    }

    [Fact]
    public void Note_halves_the_weight_of_what_lies_two_answers_back()
    {
        Note(TimeSpan.FromSeconds(10));
        Note(TimeSpan.Zero);
        Note(TimeSpan.Zero);

        Assert.InRange(_latency.Mean!.Value.TotalSeconds, 4.89, 4.91);
    }

    [Theory]
    [InlineData(59.999, true)]
    [InlineData(60, false)]
    public void Mean_is_forgotten_after_a_minute_and_the_usual_is_not(double seconds, bool isKnown)
    {
        Note(TimeSpan.FromSeconds(2));

        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(isKnown, _latency.Mean is not null);
        Assert.Equal(TimeSpan.FromSeconds(2), _latency.Usual);
    }

    [Fact]
    public void TryProbe_gives_a_lane_that_was_never_measured_to_one_call_and_after_a_minute_without_an_answer_to_the_next()
    {
        Assert.True(_latency.TryProbe());
        Assert.False(_latency.TryProbe());

        _time.Advance(TimeSpan.FromSeconds(59.999));
        Assert.False(_latency.TryProbe());

        _time.Advance(TimeSpan.FromSeconds(0.001));
        Assert.True(_latency.TryProbe());
    }

    [Fact]
    public void TryProbe_gives_a_measured_lane_to_nobody_until_a_minute_after_its_answer()
    {
        Assert.True(_latency.TryProbe());
        _time.Advance(TimeSpan.FromSeconds(20));
        Note(TimeSpan.FromSeconds(20));

        _time.Advance(TimeSpan.FromSeconds(59.999));
        Assert.False(_latency.TryProbe());

        _time.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal((null, TimeSpan.FromSeconds(20), true), (_latency.Mean, _latency.LastMean, _latency.TryProbe()));
    }

    [Fact]
    public void Mean_does_not_notice_a_step_of_the_wall_clock()
    {
        Note(TimeSpan.FromSeconds(2));

        _time.StepWallClock(TimeSpan.FromDays(1));

        Assert.Equal(TimeSpan.FromSeconds(2), _latency.Mean);
    }

    /// <summary>An answer that comes now and was sent this long ago.</summary>
    private void Note(TimeSpan took) => _latency.Note(_time.GetTimestamp() - took.Ticks);
}
