using System.Globalization;
using System.Text;

namespace JobWise.Llm.Pipeline;

/// <summary>Takes secrets out of a request.</summary>
internal static class SecretRedaction
{
    private const string Replacement = "[redacted]";

    public static LLMWarning Warn(int count) => new()
    {
        Code = "secrets_redacted",
        Message = string.Create(CultureInfo.InvariantCulture, $"The request held {count} secret(s), which were replaced by {Replacement} before it was sent."),
    };

    public static LLMRequest Redact(LLMRequest request) => request with
    {
        Prompt = request.Prompt is { } prompt ? Redact(prompt) : null,
        SystemMessage = request.SystemMessage is { } system ? Redact(system) : null,
        Messages = [.. request.Messages.Select(message => message with { Parts = [.. message.Parts.Select(Redact)] })],
    };

    private static LLMContentPart Redact(LLMContentPart part) => part switch
    {
        LLMTextPart text => text with { Text = Redact(text.Text) },
        LLMToolResultPart result => result with { Text = Redact(result.Text) },
        _ => part,
    };

    private static string Redact(string text)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var secret in SecretScan.Scan(text))
        {
            kept.Append(text, at, secret.Start - at).Append(Replacement);
            at = secret.Start + secret.Length;
        }

        return at == 0 ? text : kept.Append(text, at, text.Length - at).ToString();
    }
}
