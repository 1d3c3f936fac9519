using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>What a setting may be, in words for the message and as a check.</summary>
/// <typeparam name="T">The setting's type.</typeparam>
internal sealed class Rule<T>(string words, Rule<T>.TryParse tryParse, Func<T, bool> holds)
    where T : IFormattable
{
    public delegate bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>Reads a configured value; false when it is malformed or out of range.</summary>
    public bool TryRead(string text, [MaybeNullWhen(false)] out T value) => tryParse(text, out value) && holds(value);

    /// <summary>Tells what is wrong with a value set in code; null when nothing is.</summary>
    public string? Check(string key, T? value) =>
        value is null || holds(value) ? null : Explain(key, value.ToString(null, CultureInfo.InvariantCulture));

    public string Explain(string key, string value) => $"{key} is '{value}', but must be {words}.";
}
