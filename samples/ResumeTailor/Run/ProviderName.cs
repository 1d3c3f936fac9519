namespace JobWise.Llm.Samples.Run;

/// <summary>The providers the program knows, by the names under which it registers them.</summary>
internal static class ProviderName
{
    public const string Groq = "groq";
    public const string OpenAI = "openai";
    public const string Local = "local";
    public const string Mock = "mock";

    public const string All = "groq, openai, local or mock";

    /// <summary>The name as the program writes it; null for one it does not know.</summary>
    public static string? Find(string name) =>
        Array.Find([Groq, OpenAI, Local, Mock], known => string.Equals(known, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The environment variable that holds the key; null for providers that need none.</summary>
    public static string? KeyVariable(string name) => name switch
    {
        Groq => "GROQ_API_KEY",
        OpenAI => "OPENAI_API_KEY",
        _ => null,
    };
}
