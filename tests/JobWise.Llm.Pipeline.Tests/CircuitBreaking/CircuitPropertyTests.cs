using FsCheck;
using FsCheck.Fluent;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>Long random traces with the default options: up to five calls under way, and time that passes in steps of any size.</summary>
public class CircuitPropertyTests
{
    private const int Begins = 4;
    private const int Ends = 8;

    [Fact]
    public void Random_traces_of_200_events_agree_with_the_reference()
    {
        var (opened, byShare, closedAgain, longBreaks) = (0, 0, 0, 0);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Traces(), trace =>
        {
            var run = new Run();
            foreach (var (kind, value) in trace.Events)
            {
                run.Do(kind, value, trace.FailureShare);
            }

            opened += run.Breaks.Count > 0 ? 1 : 0;
            byShare += run.OpenedByShare ? 1 : 0;
            closedAgain += run.HasClosedAgain ? 1 : 0;
            longBreaks += run.Breaks.Contains(TimeSpan.FromSeconds(300)) ? 1 : 0;
        }));

        Assert.True(
            opened > 500 && byShare > 50 && closedAgain > 100 && longBreaks > 10,
            $"The traces reach too little: {opened} opened, {byShare} by their share, {closedAgain} closed again, {longBreaks} with the longest break.");
    }

    private static Arbitrary<(int FailureShare, (int Kind, int Value)[] Events)> Traces() => Arb.From(
        from share in Gen.Choose(10, 95)
        from events in (from kind in Gen.Choose(0, 12) from value in Gen.Choose(0, 1_000_000) select (kind, value)).ArrayOf(200)
        select (share, events));

    private sealed class Run
    {
        private readonly TwoClockTimeProvider _time = new();
        private readonly LLMCircuitBreakerOptions _options = new();
        private readonly ReferenceShareCircuit _reference = new();
        private readonly CircuitBreaker _circuit;
        private readonly List<(int Call, CircuitPermit Permit, TimeSpan Since)> _running = [];
        private TimeSpan _heldUntil;
        private int _calls;

        public Run() => _circuit = new CircuitBreaker(_time, Note);

        public List<TimeSpan> Breaks { get; } = [];

        public bool HasClosedAgain { get; private set; }

        public bool OpenedByShare => _reference.OpenedByShare;

        public void Do(int kind, int value, int failureShare)
        {
            if (kind <= Begins)
            {
                Begin();
            }
            else if (kind <= Ends)
            {
                End(value, failureShare);
            }
            else
            {
                Pass(kind, value);
            }

            Assert.Equal(_reference.State, _circuit.State);
        }

        private void Begin()
        {
            if (_running.Count == 5)
            {
                return;
            }

            var probes = _running.Where(call => call.Permit.IsProbe && _circuit.Holds(call.Permit)).ToList();
            var mayProbe = probes.TrueForAll(probe => _reference.Now - probe.Since >= _options.MaxBreak);
            var isLetIn = _circuit.TryEnter(_options, out var permit, out var retryAfter);
            Assert.Equal(_reference.Begin(_calls), isLetIn);
            Assert.Equal(isLetIn, retryAfter == TimeSpan.Zero);
            if (isLetIn)
            {
                Assert.True(_reference.Now >= _heldUntil, "A call is let in while the circuit is open.");
                Assert.True(!permit.IsProbe || mayProbe, "A second probe is let in.");
                _running.Add((_calls, permit, _reference.Now));
            }
            else
            {
                // A break that is over lets the next call in, unless another is the probe.
                Assert.True(_reference.Now < _heldUntil || probes.Count > 0, "A call is held back after the break.");
            }

            _calls++;
        }

        private void End(int value, int failureShare)
        {
            if (_running.Count == 0)
            {
                return;
            }

            var (call, permit, _) = _running[value % _running.Count];
            _running.RemoveAt(value % _running.Count);
            var chance = value / 10 % 100;
            var verdict = value % 10 == 0 ? CircuitVerdict.Neutral : chance < failureShare ? CircuitVerdict.Failure : CircuitVerdict.Success;
            _circuit.Settle(permit, verdict, _options);
            _reference.End(call, verdict);
        }

        private void Pass(int kind, int value)
        {
            var milliseconds = kind == 12 ? value / 2 : value / 400;
            _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            _time.StepWallClock(TimeSpan.FromDays((value % 7) - 3));
            _reference.Now += TimeSpan.FromMilliseconds(milliseconds);
        }

        private void Note(CircuitChange change)
        {
            HasClosedAgain |= change.State == LLMCircuitState.Closed;
            if (change.State == LLMCircuitState.Open)
            {
                Breaks.Add(change.Break);
                _heldUntil = _reference.Now + change.Break;
            }
        }
    }
}
