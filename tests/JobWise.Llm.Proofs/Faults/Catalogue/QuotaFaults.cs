using JobWise.Llm.Proofs.Faults.Wires;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>An account with nothing left to spend: waiting does not help, so it is sent once.</summary>
internal static class QuotaFaults
{
    public static IEnumerable<Fault> All(IFaultWire wire) =>
    [
        .. wire.Quotas.Select(form => Quota($"quota-{form.Name.Replace('_', '-')}", form)),
        Quota("quota-told-to-retry", wire.Quotas[0], "x-should-retry: true"),
        Quota("quota-told-when-to-retry", wire.Quotas[0], "x-should-retry: true", "Retry-After: 1"),
    ];

    private static Fault Quota(string id, QuotaForm form, params IReadOnlyList<string> headers) => new(id, headers.Count > 0 ? [31, 32] : [32])
    {
        Play = scene => [scene.Reply(Raw.Utf8(form.Body), form.Status, "application/json", headers)],
        Expect = _ => FailsOnce<LLMQuotaException>(),
    };
}
