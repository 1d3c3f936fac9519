namespace JobWise.Llm.Proofs.Faults;

/// <summary>Tests that talk over real ports: nothing else of this project runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RealPorts
{
    public const string Name = "real ports";
}
