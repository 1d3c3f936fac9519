using System.Text.Json.Nodes;

namespace JobWise.Llm.TestKit;

/// <summary>Compares JSON as JSON: the order of members and white space do not matter, everything else does.</summary>
public static class JsonAssert
{
    /// <summary>Throws with both texts when they differ.</summary>
    public static void Equal(string expected, string? actual)
    {
        ArgumentNullException.ThrowIfNull(actual);
        if (!JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)))
        {
            throw new JsonMismatchException($"The JSON differs.\nExpected: {Sorted(expected)}\nActual:   {Sorted(actual)}");
        }
    }

    private static string Sorted(string json) => Sort(JsonNode.Parse(json))?.ToJsonString() ?? "null";

    private static JsonNode? Sort(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sort(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sort)]),
        _ => node?.DeepClone(),
    };
}
