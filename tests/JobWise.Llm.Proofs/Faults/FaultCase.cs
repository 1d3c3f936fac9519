using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Faults.Wires;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>One fault in one mode with one client.</summary>
internal sealed record FaultCase(Fault Fault, FaultMode Mode, IFaultSubject Subject, IFaultWire Wire)
{
    public override string ToString() => $"{Fault.Id} {Subject.Name} {Mode.ToString().ToLowerInvariant()}";
}
