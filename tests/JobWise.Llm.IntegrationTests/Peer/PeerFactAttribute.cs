namespace JobWise.Llm.IntegrationTests.Peer;

/// <summary>A fact that needs the peer server: skipped with the reason where it cannot run, unless the run demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute() => Skip = PeerInstallation.SkipReason;
}
