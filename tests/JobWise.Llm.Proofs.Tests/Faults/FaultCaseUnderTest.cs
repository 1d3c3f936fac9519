using JobWise.Llm.Proofs.Faults.Judging;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>An outcome that is wrong in one way, and the reason that must be given.</summary>
public sealed class FaultCaseUnderTest
{
    internal FaultCaseUnderTest(string reason, FaultExpectation expected, FaultOutcome outcome) => (Reason, Expected, Outcome) = (reason, expected, outcome);

    public string Reason { get; }

    internal FaultExpectation Expected { get; }

    internal FaultOutcome Outcome { get; }

    public override string ToString() => Reason;
}
