namespace JobWise.Llm.IntegrationTests.Peer;

public sealed class PeerInstallationTests
{
    [Theory]
    [InlineData(null, null, "Node is not installed. Install Node 20.15 or newer, then run: npm ci --prefix tests/JobWise.Llm.IntegrationTests/PeerServer")]
    [InlineData("18.19.1", "1.2.3", "Node 18.19.1 is too old. Install Node 20.15 or newer, then run: npm ci --prefix tests/JobWise.Llm.IntegrationTests/PeerServer")]
    [InlineData("20.15.0", null, "The peer server is not installed. Run: npm ci --prefix tests/JobWise.Llm.IntegrationTests/PeerServer")]
    [InlineData("22.0.0", "1.0.0", "The peer server is version 1.0.0 and should be 1.2.3. Run: npm ci --prefix tests/JobWise.Llm.IntegrationTests/PeerServer")]
    [InlineData("22.0.0", "1.2.3", null)]
    public void Missing_names_what_is_missing_and_the_cure(string? node, string? installed, string? expected)
    {
        var installation = new PeerInstallation(node is null ? null : Version.Parse(node), installed, Wanted: "1.2.3");

        Assert.Equal(expected, installation.Missing);
    }

    [Fact]
    public void Folder_is_the_one_that_the_cure_names() => Assert.True(File.Exists(Path.Combine(PeerInstallation.Folder, "package-lock.json")));
}
