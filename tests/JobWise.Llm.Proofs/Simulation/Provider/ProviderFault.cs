namespace JobWise.Llm.Proofs.Simulation.Provider;

/// <summary>What is wrong with the simulated provider.</summary>
internal enum ProviderFault
{
    None,

    /// <summary>No connection is accepted.</summary>
    Dead,

    /// <summary>It takes requests and never answers.</summary>
    Hanging,

    /// <summary>It answers 503.</summary>
    Failing,
}
