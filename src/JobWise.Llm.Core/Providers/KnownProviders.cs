namespace JobWise.Llm;

/// <summary>Which call adds which provider, for messages that name the cure.</summary>
internal static class KnownProviders
{
    public static string ExplainMissing(string name, IReadOnlyList<string> registered)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(registered);
        var known = registered.Count == 0 ? "none" : string.Join(", ", registered);
        return $"The provider '{name}' is not registered; registered: {known}. {Cure(name)}";
    }

    private static string Cure(string name) => name.ToUpperInvariant() switch
    {
        "GROQ" => "Add it with AddGroq() from the package JobWise.Llm.Groq.",
        "OPENAI" => "Add it with AddOpenAI() from the package JobWise.Llm.OpenAI.",
        "ANTHROPIC" => "Add it with AddAnthropic() from the package JobWise.Llm.Anthropic.",
        "MOCK" => "Add it with AddMock() from the package JobWise.Llm.Mock.",
        "LOCAL" => "Add it with AddOpenAICompatible(\"local\") from the package JobWise.Llm.OpenAICompatible.",
        _ => $"Add it with AddProvider(\"{name}\", …), or with AddOpenAICompatible(\"{name}\") for a server that speaks OpenAI's protocol.",
    };
}
