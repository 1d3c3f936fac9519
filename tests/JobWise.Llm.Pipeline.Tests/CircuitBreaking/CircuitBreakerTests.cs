using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests;

public class CircuitBreakerTests
{
    private readonly TwoClockTimeProvider _time = new();
    private readonly List<CircuitChange> _changes = [];
    private readonly LLMCircuitBreakerOptions _options = new();
    private readonly CircuitBreaker _circuit;

    public CircuitBreakerTests() => _circuit = new CircuitBreaker(_time, _changes.Add);

    [Fact]
    public void Settle_opens_at_the_fifth_failure_in_a_row_for_60_seconds()
    {
        Fail(4);
        var afterFour = _circuit.State;
        Fail(1);

        Assert.Equal((LLMCircuitState.Closed, LLMCircuitState.Open), (afterFour, _circuit.State));
        Assert.Equal(TimeSpan.FromSeconds(60), _circuit.HeldBackFor(_options));
        Assert.Equal([new CircuitChange(LLMCircuitState.Open, TimeSpan.FromSeconds(60))], _changes);
    }

    [Fact]
    public void Settle_opens_at_half_of_ten_calls_even_if_no_five_fail_in_a_row()
    {
        for (var i = 0; i < 4; i++)
        {
            Succeed();
            Fail(1);
        }

        Succeed();
        var afterNine = _circuit.State;
        Fail(1);

        Assert.Equal((LLMCircuitState.Closed, LLMCircuitState.Open), (afterNine, _circuit.State));
    }

    [Fact]
    public void Settle_forgets_failures_that_are_older_than_the_window()
    {
        Fail(4);
        Succeed();
        _time.Advance(TimeSpan.FromSeconds(61));
        for (var i = 0; i < 4; i++)
        {
            Succeed();
        }

        Fail(4);

        Assert.Equal(LLMCircuitState.Closed, _circuit.State);
    }

    [Fact]
    public void TryEnter_while_open_refuses_and_says_when_to_come_back()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(17));

        Assert.False(_circuit.TryEnter(_options, out _, out var retryAfter));
        Assert.Equal(TimeSpan.FromSeconds(43), retryAfter);
    }

    [Fact]
    public void TryEnter_after_the_break_lets_one_probe_through_and_no_second_beside_it()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(60));

        var (first, second) = (_circuit.TryEnter(_options, out var permit, out _), _circuit.TryEnter(_options, out _, out var retryAfter));

        Assert.Equal((true, false, true), (first, second, permit.IsProbe));
        Assert.Equal(CircuitBreaker.ProbeRecheck, retryAfter);
    }

    [Fact]
    public void Two_good_probes_close_the_circuit_and_one_does_not()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(60));

        Succeed();
        var afterOne = _circuit.State;
        Succeed();

        Assert.Equal((LLMCircuitState.HalfOpen, LLMCircuitState.Closed), (afterOne, _circuit.State));
    }

    [Fact]
    public void A_failed_probe_doubles_the_break_up_to_300_seconds_and_closing_forgets_it()
    {
        Fail(5);
        List<double> breaks = [_circuit.HeldBackFor(_options).TotalSeconds];
        for (var i = 0; i < 4; i++)
        {
            _time.Advance(_circuit.HeldBackFor(_options));
            Fail(1);
            breaks.Add(_circuit.HeldBackFor(_options).TotalSeconds);
        }

        _time.Advance(_circuit.HeldBackFor(_options));
        Succeed();
        Succeed();
        Fail(5);

        Assert.Equal([60, 120, 240, 300, 300], breaks);
        Assert.Equal(TimeSpan.FromSeconds(60), _circuit.HeldBackFor(_options));
    }

    [Fact]
    public void A_cancelled_probe_is_neutral_and_the_next_call_is_the_probe()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(60));
        Settle(CircuitVerdict.Neutral);

        Assert.Equal(LLMCircuitState.HalfOpen, _circuit.State);
        Assert.True(_circuit.TryEnter(_options, out var permit, out _));
        Assert.True(permit.IsProbe);
    }

    [Fact]
    public void A_probe_that_never_comes_back_has_failed_after_the_longest_break()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(60));
        _circuit.TryEnter(_options, out var hung, out _);
        _time.Advance(TimeSpan.FromSeconds(300));

        var isLetIn = _circuit.TryEnter(_options, out _, out var retryAfter);
        _circuit.Settle(hung, CircuitVerdict.Success, _options);

        Assert.Equal((false, TimeSpan.FromSeconds(120), LLMCircuitState.Open), (isLetIn, retryAfter, _circuit.State));
    }

    [Fact]
    public void A_probe_that_queues_for_the_limits_does_not_hang()
    {
        var probe = EnterAsProbe();
        _circuit.NoteQueued(probe);
        _time.Advance(TimeSpan.FromHours(1));

        var isLetIn = _circuit.TryEnter(_options, out _, out var retryAfter);
        _circuit.NoteSent(probe);
        _time.Advance(TimeSpan.FromSeconds(299));

        Assert.Equal((false, CircuitBreaker.ProbeRecheck, LLMCircuitState.HalfOpen), (isLetIn, retryAfter, _circuit.State));
        Assert.False(_circuit.TryEnter(_options, out _, out _));
        Assert.Equal(LLMCircuitState.HalfOpen, _circuit.State);
    }

    [Fact]
    public void A_probe_that_hangs_after_its_queue_has_failed_after_the_longest_break()
    {
        var probe = EnterAsProbe();
        _circuit.NoteQueued(probe);
        _time.Advance(TimeSpan.FromHours(1));
        _circuit.NoteSent(probe);
        _time.Advance(TimeSpan.FromSeconds(300));

        Assert.False(_circuit.TryEnter(_options, out _, out _));
        Assert.Equal(LLMCircuitState.Open, _circuit.State);
    }

    [Fact]
    public void A_probe_that_streams_for_long_is_no_failure_but_lets_the_next_call_through()
    {
        var probe = EnterAsProbe();
        _circuit.NoteStreaming(probe);
        _time.Advance(TimeSpan.FromSeconds(300));

        var isLetIn = _circuit.TryEnter(_options, out var next, out _);
        _circuit.Settle(next, CircuitVerdict.Success, _options);
        _circuit.Settle(probe, CircuitVerdict.Success, _options);

        Assert.Equal((true, true, LLMCircuitState.Closed), (isLetIn, next.IsProbe, _circuit.State));
    }

    [Fact]
    public void A_result_from_before_the_circuit_opened_counts_for_nothing()
    {
        _circuit.TryEnter(_options, out var early, out _);
        Fail(5);

        _circuit.Settle(early, CircuitVerdict.Success, _options);

        Assert.Equal(LLMCircuitState.Open, _circuit.State);
        Assert.False(_circuit.Holds(early));
    }

    [Fact]
    public void A_step_of_the_wall_clock_changes_nothing()
    {
        Fail(5);

        _time.StepWallClock(TimeSpan.FromDays(1));
        var afterStep = _circuit.HeldBackFor(_options);
        _time.StepWallClock(TimeSpan.FromDays(-2));

        Assert.Equal((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)), (afterStep, _circuit.HeldBackFor(_options)));
    }

    [Fact]
    public void Switched_off_it_lets_everything_through()
    {
        _options.IsEnabled = false;
        Fail(20);

        Assert.Equal((LLMCircuitState.Closed, TimeSpan.Zero), (_circuit.State, _circuit.HeldBackFor(_options)));
    }

    [Fact]
    public async Task TryEnter_from_200_threads_after_the_break_gives_one_probe()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(60));
        using var start = new Barrier(200);

        var entered = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return _circuit.TryEnter(_options, out CircuitPermit _, out TimeSpan _);
            },
            TaskCreationOptions.LongRunning)));

        Assert.Single(entered, isLetIn => isLetIn);
    }

    private CircuitPermit EnterAsProbe()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(60));
        _circuit.TryEnter(_options, out var probe, out _);
        return probe;
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Settle(CircuitVerdict.Failure);
        }
    }

    private void Succeed() => Settle(CircuitVerdict.Success);

    private void Settle(CircuitVerdict verdict)
    {
        Assert.True(_circuit.TryEnter(_options, out var permit, out _));
        _circuit.Settle(permit, verdict, _options);
    }
}
