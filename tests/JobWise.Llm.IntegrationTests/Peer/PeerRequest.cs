using System.Text.Json.Nodes;

namespace JobWise.Llm.IntegrationTests.Peer;

/// <summary>One request as the server's journal tells it.</summary>
public sealed record PeerRequest
{
    // What the server adds to the body in its journal; nobody sent it.
    private const string OwnMark = "_";

    public required string Method { get; init; }

    /// <summary>As it was sent, such as <c>/openai/v1/chat/completions</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Names in lower case. The server puts <c>[REDACTED]</c> in the place of a key, and adds <c>x-request-id</c>.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required string Body { get; init; }

    /// <summary>The status it answered with; 0 where it cut the connection.</summary>
    public required int Status { get; init; }

    public static PeerRequest Read(JsonNode entry) => new()
    {
        Method = entry["method"]!.GetValue<string>(),
        Path = entry["path"]!.GetValue<string>(),
        Headers = entry["headers"]!.AsObject().ToDictionary(header => header.Key, header => header.Value!.GetValue<string>(), StringComparer.Ordinal),
        Body = BodyOf(entry["body"]),
        Status = entry["response"]!["status"]!.GetValue<int>(),
    };

    private static string BodyOf(JsonNode? body)
    {
        if (body is JsonObject members)
        {
            foreach (var name in members.Select(member => member.Key).Where(name => name.StartsWith(OwnMark, StringComparison.Ordinal)).ToList())
            {
                members.Remove(name);
            }
        }

        return body?.ToJsonString() ?? "";
    }
}
