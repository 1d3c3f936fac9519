using static System.FormattableString;

namespace JobWise.Llm;

/// <summary>What a model entry from configuration must fulfil.</summary>
internal static class ModelEntryRules
{
    public static IEnumerable<string> Check(string key, LLMModelEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Provider))
            yield return Invariant($"{key}:Provider is empty: name the vendor, such as 'groq'.");
        if (string.IsNullOrWhiteSpace(entry.Id))
            yield return Invariant($"{key}:Id is empty: name the model as requests do.");
        foreach (var (name, value) in Counts(entry))
        {
            if (value is <= 0)
                yield return Invariant($"{key}:{name} is {value}: give a positive number, or leave it out when it is not known.");
        }

        if (entry is { Retired: false, RetiredOn: not null })
            yield return Invariant($"{key}:Retired is false although RetiredOn is {entry.RetiredOn:yyyy-MM-dd}: leave one of them out.");
        if (entry.Capabilities?.Any(string.IsNullOrWhiteSpace) == true)
            yield return Invariant($"{key}:Capabilities holds an empty name: leave it out, or name one such as 'tools'.");
    }

    private static IEnumerable<(string Name, int? Value)> Counts(LLMModelEntry entry) =>
    [
        (nameof(entry.ContextWindow), entry.ContextWindow),
        (nameof(entry.MaxOutputTokens), entry.MaxOutputTokens),
        (nameof(entry.TokensPerSecond), entry.TokensPerSecond),
    ];
}
