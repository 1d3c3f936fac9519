using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>A lane as options and requests write it: an instance, and a model after the first slash.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LaneName(string Instance, string? Model)
{
    /// <param name="text">Such as <c>groq/openai/gpt-oss-20b</c>.</param>
    /// <param name="option">Where it was written, for the message.</param>
    /// <exception cref="LLMInvalidRequestException">It has no instance, or a slash and no model.</exception>
    public static LaneName Parse(string text, string option) => TryParse(text, out var name) ? name : throw new LLMInvalidRequestException(Explain(text, option));

    public static bool TryParse(string text, out LaneName name)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        name = slash < 0 ? new LaneName(text, null) : new LaneName(text[..slash], text[(slash + 1)..]);
        return !string.IsNullOrWhiteSpace(name.Instance) && name.Model is not { Length: 0 };
    }

    public static string Explain(string text, string option) =>
        $"{option} is '{text}', but must be the name of a provider instance, or that, a slash and a model, such as groq/openai/gpt-oss-20b.";
}
