namespace JobWise.Llm.IntegrationTests.Peer;

/// <summary>A theory that needs the peer server: skipped with the reason where it cannot run, unless the run demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerTheoryAttribute : TheoryAttribute
{
    public PeerTheoryAttribute() => Skip = PeerInstallation.SkipReason;
}
