using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// How large a prompt is in what tokens grow with: UTF-8 bytes. English has about four to a token; the letters of other scripts have more
/// bytes and cost more tokens, roughly in step.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PromptSize
{
    /// <summary>Nobody counts an image's tokens alike; most vendors charge about this for a middling one.</summary>
    public const int TokensPerImage = 1000;

    public int Bytes { get; init; }

    /// <summary>Messages, the prompt and the system message among them, and the names and descriptions of tools.</summary>
    public int Messages { get; init; }

    /// <summary>Texts of their own: a message may have several, a tool call has two.</summary>
    public int Pieces { get; init; }

    public int Images { get; init; }

    public static PromptSize Of(LLMRequest request)
    {
        var size = default(PromptSize).Plus(request.SystemMessage).Plus(request.Prompt);
        var messages = request.Messages;
        for (var i = 0; i < messages.Count; i++)
        {
            size = size.Plus(messages[i]);
        }

        var tools = request.Tools;
        for (var i = 0; i < tools.Count; i++)
        {
            size = size.Plus(tools[i].Name).Plus(tools[i].Description).Plus(tools[i].Parameters);
        }

        return size.Plus(request.ResponseFormat?.Schema);
    }

    private PromptSize Plus(LLMMessage message)
    {
        var size = this with { Messages = Messages + 1 };
        var parts = message.Parts;
        for (var i = 0; i < parts.Count; i++)
        {
            size = parts[i] switch
            {
                LLMTextPart part => size.PlusPiece(part.Text),
                LLMReasoningPart part => size.PlusPiece(part.Text).Plus(part.ProviderBlob),
                LLMToolCallPart part => size.PlusPiece(part.Name).PlusPiece(part.Arguments),
                LLMToolResultPart part => size.PlusPiece(part.Text),
                LLMImagePart => size with { Images = size.Images + 1 },
                _ => size,
            };
        }

        return size;
    }

    private PromptSize Plus(string? text) => text is null ? this : PlusPiece(text) with { Messages = Messages + 1 };

    private PromptSize Plus(JsonElement? json) =>
        json is { ValueKind: not JsonValueKind.Undefined } element ? PlusPiece(JsonMarshal.GetRawUtf8Value(element).Length) : this;

    private PromptSize PlusPiece(string? text) => text is null ? this : PlusPiece(Encoding.UTF8.GetByteCount(text));

    private PromptSize PlusPiece(int bytes) => this with { Bytes = Bytes + bytes, Pieces = Pieces + 1 };
}
