using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.IntegrationTests.Peer;

/// <summary>Whether the peer server can run on this machine, and if not, why and what to do.</summary>
/// <param name="Node">The version of Node, null where there is none.</param>
/// <param name="Installed">The version of the server that npm installed, null where it installed none.</param>
/// <param name="Wanted">The version that package.json asks for.</param>
internal sealed record PeerInstallation(Version? Node, string? Installed, string Wanted)
{
    /// <summary>Set to 1, it makes the tests compulsory: they fail where they would have been skipped.</summary>
    public const string RequiredVariable = "REQUIRE_PEER_SERVER";

    private const string Package = "@copilotkit/aimock";
    private const string Project = "tests/JobWise.Llm.IntegrationTests/PeerServer";
    private const string Cure = "npm ci --prefix " + Project;
    private static readonly Version OldestNode = new(20, 15);

    /// <summary>The folder with the package file, the program and the fixtures.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Find(), Project);

    /// <summary>Looked up once in a run.</summary>
    public static PeerInstallation Here { get; } = Find();

    public static bool IsRequired => Environment.GetEnvironmentVariable(RequiredVariable) == "1";

    /// <summary>One sentence or two that tell what is missing and how to get it; null when nothing is.</summary>
    public string? Missing => this switch
    {
        { Node: null } => $"Node is not installed. Install Node {OldestNode} or newer, then run: {Cure}",
        _ when Node < OldestNode => $"Node {Node} is too old. Install Node {OldestNode} or newer, then run: {Cure}",
        { Installed: null } => $"The peer server is not installed. Run: {Cure}",
        _ when Installed != Wanted => $"The peer server is version {Installed} and should be {Wanted}. Run: {Cure}",
        _ => null,
    };

    /// <summary>The reason to skip the tests; null when they can run, and when they must.</summary>
    public static string? SkipReason => IsRequired ? null : Here.Missing;

    private static PeerInstallation Find() => new(
        FindNode(),
        ReadJson(Path.Combine("node_modules", Package, "package.json"))?["version"]?.GetValue<string>(),
        ReadJson("package.json")?["dependencies"]?[Package]?.GetValue<string>() ?? throw new InvalidOperationException($"{Project}/package.json does not name {Package}."));

    private static Version? FindNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false });
            var text = node?.StandardOutput.ReadToEnd() ?? "";
            return Version.TryParse(text.Trim().TrimStart('v'), out var version) ? version : null;
        }
        catch (Win32Exception)
        {
            return null; // This is how the absence of a program shows.
        }
    }

    private static JsonNode? ReadJson(string path) =>
        Path.Combine(Folder, path) is var file && File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
}
