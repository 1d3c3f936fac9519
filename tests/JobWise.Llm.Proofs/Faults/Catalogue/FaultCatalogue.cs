using JobWise.Llm.Proofs.Faults.Wires;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>All faults of the matrix.</summary>
internal static class FaultCatalogue
{
    /// <summary>Those that every protocol can have.</summary>
    public static IReadOnlyList<Fault> Common { get; } =
    [
        .. ConnectionFaults.All(),
        .. HeadFaults.All(),
        .. StallFaults.All(),
        .. BodyFaults.All(),
        .. SizeFaults.All(),
        .. TextFaults.All(),
        .. StreamFaults.All(),
        .. FinishFaults.All(),
        .. StatusFaults.All(),
        .. RedirectFaults.All(),
        .. RetryHintFaults.All(),
    ];

    /// <summary>Those of one protocol: the common ones, the ones that its own words make, and its own.</summary>
    public static IReadOnlyList<Fault> Of(IFaultWire wire) => [.. Common, .. QuotaFaults.All(wire), .. wire.OwnFaults()];
}
