namespace JobWise.Llm.Proofs.Faults.Wires;

/// <summary>Why the model stopped; each protocol has its own words for it.</summary>
internal enum FaultFinish
{
    Stop,

    /// <summary>The output cap.</summary>
    Length,

    /// <summary>Withheld by the provider.</summary>
    Filtered,

    /// <summary>A word that no client knows yet.</summary>
    Unheard,

    /// <summary>No reason at all: null on the wire.</summary>
    None,
}
