using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>The range of every setting of a budget.</summary>
internal static class BudgetRules
{
    public static Rule<decimal> Usd { get; } = new(
        "an amount of US dollars above 0, such as 25.50",
        static (string text, out decimal value) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value),
        value => value > 0);

    public static Rule<long> Tokens { get; } = new(
        "a whole number above 0, such as 1000000",
        static (string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
        value => value > 0);

    public static Rule<LLMBudgetScope> Scope { get; } = new("All, User, Tenant, Workflow or Tag", TryName, Enum.IsDefined);

    public static Rule<LLMBudgetPeriod> Period { get; } = new("Day or Month", TryName, Enum.IsDefined);

    public static Rule<LLMBudgetKind> Kind { get; } = new("Hard or Soft", TryName, Enum.IsDefined);

    private static bool TryName<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out value);
    }
}
