using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>Reads a data file that is embedded in this assembly.</summary>
internal static class CatalogResource
{
    public const string Models = "JobWise.Llm.models.json";

    public const string Prices = "JobWise.Llm.prices.json";

    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = typeof(CatalogResource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{name}'.");
        return JsonSerializer.Deserialize(stream, type)
            ?? throw new InvalidOperationException($"The resource '{name}' is empty.");
    }
}
