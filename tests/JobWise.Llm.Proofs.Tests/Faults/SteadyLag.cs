using JobWise.Llm.Proofs.Faults.Judging;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>A machine that is always as late.</summary>
internal sealed class SteadyLag(TimeSpan lag) : ILagProbe
{
    public TimeSpan Since(long timestamp) => lag;
}
