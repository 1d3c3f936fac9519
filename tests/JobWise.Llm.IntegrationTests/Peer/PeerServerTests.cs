namespace JobWise.Llm.IntegrationTests.Peer;

public sealed class PeerServerTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly PeerServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [PeerFact]
    public async Task Server_ends_by_itself_when_the_run_that_started_it_is_gone()
    {
        _server.Process.StandardInput.Close();

        await _server.Process.WaitForExitAsync().WaitAsync(Patience);

        Assert.True(_server.Process.HasExited);
    }

    [PeerFact]
    public async Task DisposeAsync_frees_the_port()
    {
        var address = _server.Address;
        await _server.DisposeAsync();

        using var other = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        await Assert.ThrowsAsync<HttpRequestException>(() => other.GetAsync(address).WaitAsync(Patience));
    }
}
