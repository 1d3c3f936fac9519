namespace JobWise.Llm;

/// <summary>The names that providers take for tools and schemas.</summary>
internal static class WireName
{
    public const string Rule = "Use 1 to 64 letters, digits, underscores and dashes";

    private const int Longest = 64;

    public static bool IsValid(string? name) =>
        name is { Length: >= 1 and <= Longest } && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    /// <summary>A name may be of any length and hold anything; the message shows what helps to find it.</summary>
    public static string Show(string name) => name.Length <= Longest ? $"'{name}'" : $"'{name[..Longest]}…' ({name.Length} characters)";
}
