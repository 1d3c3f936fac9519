using JobWise.Llm.Proofs.Faults.Wires;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>An account with nothing left to spend: waiting does not help, so it is sent once.</summary>
internal static class QuotaFaults
{
    public static IEnumerable<Fault> All(IFaultWire wire) => wire.Quotas.Select(form => new Fault($"quota-{form.Name.Replace('_', '-')}", 32)
    {
        Play = scene => [scene.Reply(Raw.Utf8(form.Body), form.Status, "application/json")],
        Expect = _ => FailsOnce<LLMQuotaException>(),
    });
}
