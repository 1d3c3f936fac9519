using System.Text;
using System.Text.Json.Nodes;

namespace JobWise.Llm.IntegrationTests.Peer;

/// <summary>The part of the server that belongs to one test: its faults, its journal and its place in fixtures that are answered in turn.</summary>
/// <param name="server">Shared by all tests.</param>
public sealed class PeerScope(PeerServer server)
{
    /// <summary>The header by which the server tells the tests apart.</summary>
    public const string Header = "X-Test-Id";

    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Sets the faults of this test, in place of the ones before.</summary>
    /// <param name="chaos">Such as <c>{"dropRate":1}</c>; <c>{}</c> is none.</param>
    public async Task SetChaosAsync(string chaos)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "__aimock/chaos"))
        {
            Content = new StringContent(chaos, Encoding.UTF8, "application/json"),
            Headers = { { Header, Id } },
        };
        using var answer = await server.Control.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The requests of this test, in the order in which the server finished them. A refused key leaves no entry.</summary>
    public async Task<IReadOnlyList<PeerRequest>> ReadJournalAsync()
    {
        var json = await server.Control.GetStringAsync(new Uri(server.Address, $"__aimock/journal?testId={Id}"));
        return [.. JsonNode.Parse(json)!.AsArray().Select(entry => PeerRequest.Read(entry!))];
    }

    /// <summary>What the server holds at an address, such as the content of a file.</summary>
    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var answer = await server.Control.GetAsync(new Uri(server.Address, path));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
