namespace JobWise.Llm.Proofs.Faults.Judging;

/// <summary>Says how late this process itself is.</summary>
internal interface ILagProbe
{
    /// <summary>How late this process was since a timestamp.</summary>
    TimeSpan Since(long timestamp);
}
