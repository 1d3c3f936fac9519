namespace JobWise.Llm.IntegrationTests.Peer;

/// <summary>All tests that share one server; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPeerServer : ICollectionFixture<PeerServer>
{
    public const string Name = "peer server";
}
