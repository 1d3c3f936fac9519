namespace JobWise.Llm.LiveTests.Keys;

/// <summary>The environment variables that let the tests reach a vendor.</summary>
internal static class KeyVariable
{
    public const string Groq = "GROQ_API_KEY";
    public const string OpenAI = "OPENAI_API_KEY";
    public const string Anthropic = "ANTHROPIC_API_KEY";

    /// <summary>Why tests that need this variable are skipped; null where it is set.</summary>
    public static string? SkipReason(string variable, Func<string, string?> read) =>
        string.IsNullOrWhiteSpace(read(variable)) ? $"set {variable} to run" : null;
}
