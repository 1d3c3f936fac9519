using System.Globalization;

namespace JobWise.Llm;

/// <summary>The ranges of the numbers.</summary>
internal static class NumberRules
{
    public static string? FindProblem(LLMRequest request) => request switch
    {
        // Written so that NaN, which is neither above nor below anything, does not pass.
        { Temperature: { } temperature } when !(temperature is >= 0 and <= 2) =>
            Invariant($"Temperature is {temperature}. Set it from 0 to 2, or leave it out."),
        { TopP: { } topP } when !(topP is > 0 and <= 1) =>
            Invariant($"TopP is {topP}. Set it above 0 and up to 1, or leave it out."),
        { MaxTokens: < 1 and var tokens } => Invariant($"MaxTokens is {tokens}. Set it to 1 or more, or leave it out."),
        _ => null,
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
