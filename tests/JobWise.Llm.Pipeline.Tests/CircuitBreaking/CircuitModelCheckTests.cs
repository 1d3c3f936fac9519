namespace JobWise.Llm.Pipeline.Tests;

/// <summary>
/// Every sequence of eight events, against the reference: a call begins; the oldest running call succeeds, fails or is cancelled; the newest
/// one fails; time passes; the wall clock is set. One or two failures in a row open the circuit here, so that eight events reach all states:
/// with one, the circuit opens, is probed and closes again; with two, failures are told from failures in a row.
/// </summary>
public class CircuitModelCheckTests
{
    private const int Events = 7;
    private const int Depth = 8;

    [Theory]
    [InlineData(1, 50)]
    [InlineData(2, 0)]
    public void All_traces_of_depth_eight_agree_with_the_reference(int failuresInARow, int mustCloseAgain)
    {
        var options = new LLMCircuitBreakerOptions { ConsecutiveFailures = failuresInARow };
        var (traces, opened, probed, closedAgain) = (0, 0, 0, 0);
        var trace = new int[Depth];
        do
        {
            var run = new Run(options);
            foreach (var step in trace)
            {
                run.Do(step, trace);
            }

            traces++;
            opened += run.HasOpened ? 1 : 0;
            probed += run.HasProbed ? 1 : 0;
            closedAgain += run.HasOpened && run.IsClosed ? 1 : 0;
        }
        while (Next(trace));

        Assert.Equal(5_764_801, traces);
        Assert.True(opened > 10_000 && probed > 1_000 && closedAgain >= mustCloseAgain, $"The traces reach too little: {opened} opened, {probed} probed, {closedAgain} closed again.");
    }

    /// <summary>Counts up, with the trace as the digits; false after the last.</summary>
    private static bool Next(int[] trace)
    {
        for (var i = 0; i < trace.Length; i++)
        {
            if (++trace[i] < Events)
            {
                return true;
            }

            trace[i] = 0;
        }

        return false;
    }

    private sealed class Run
    {
        private readonly StepClock _time = new();
        private readonly List<(int Call, CircuitPermit Permit)> _running = [];
        private readonly CircuitBreaker _circuit;
        private readonly LLMCircuitBreakerOptions _options;
        private readonly ReferenceCircuit _reference;
        private int _calls;

        public Run(LLMCircuitBreakerOptions options)
        {
            _options = options;
            _reference = new ReferenceCircuit(options.ConsecutiveFailures);
            _circuit = new CircuitBreaker(_time, change => HasOpened |= change.State == LLMCircuitState.Open);
        }

        public bool HasOpened { get; private set; }

        public bool HasProbed { get; private set; }

        public bool IsClosed => _circuit.State == LLMCircuitState.Closed;

        public void Do(int step, int[] trace)
        {
            switch (step)
            {
                case 0:
                    Begin(trace);
                    break;
                case 1 or 2 or 3:
                    End(0, (CircuitVerdict)(step - 1));
                    break;
                case 4:
                    End(_running.Count - 1, CircuitVerdict.Failure);
                    break;
                case 5:
                    _time.Pass(60);
                    _reference.Now += 60;
                    break;
                default:
                    _time.StepWallClock();
                    break;
            }

            if (_reference.IsClosed != IsClosed)
            {
                Assert.Fail($"After {string.Join(' ', trace)} at step {step} the circuit is {_circuit.State}.");
            }
        }

        private void Begin(int[] trace)
        {
            var isLetIn = _circuit.TryEnter(_options, out var permit, out _);
            if (isLetIn != _reference.Begin(_calls))
            {
                Assert.Fail($"In {string.Join(' ', trace)} the circuit {(isLetIn ? "lets a call in" : "refuses a call")}, and the reference does not.");
            }

            if (isLetIn)
            {
                _running.Add((_calls, permit));
                HasProbed |= permit.IsProbe;
            }

            _calls++;
        }

        private void End(int index, CircuitVerdict verdict)
        {
            if (index < 0 || index >= _running.Count)
            {
                return;
            }

            var (call, permit) = _running[index];
            _running.RemoveAt(index);
            _circuit.Settle(permit, verdict, _options);
            _reference.End(call, verdict);
        }
    }

    /// <summary>Two clocks and no timers: six million runs need a light one.</summary>
    private sealed class StepClock : TimeProvider
    {
        private long _monotonic;
        private DateTimeOffset _wall = DateTimeOffset.UnixEpoch;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _monotonic;

        public override DateTimeOffset GetUtcNow() => _wall;

        public void Pass(int seconds) => _monotonic += seconds * TimeSpan.TicksPerSecond;

        public void StepWallClock() => _wall = _wall.AddDays(-1);
    }
}
