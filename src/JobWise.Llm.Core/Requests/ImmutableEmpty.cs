using System.Collections.ObjectModel;
using System.Text.Json;

namespace JobWise.Llm;

/// <summary>The empty dictionaries that requests and responses start with; shared since nobody can write to them.</summary>
internal static class ImmutableEmpty
{
    public static IReadOnlyDictionary<string, string> Strings => ReadOnlyDictionary<string, string>.Empty;

    public static IReadOnlyDictionary<string, int> Counts => ReadOnlyDictionary<string, int>.Empty;

    public static IReadOnlyDictionary<string, JsonElement> Json => ReadOnlyDictionary<string, JsonElement>.Empty;
}
