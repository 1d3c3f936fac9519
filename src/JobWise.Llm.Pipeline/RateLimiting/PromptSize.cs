using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// How large a prompt is in what tokens grow with: UTF-8 bytes. English has about four to a token; the letters of other scripts have more
/// bytes and cost more tokens, roughly in step.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PromptSize(int Bytes, int Messages, int Images)
{
    /// <summary>Nobody counts an image's tokens alike; most vendors charge about this for a middling one.</summary>
    public const int TokensPerImage = 1000;

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
                LLMTextPart part => size with { Bytes = size.Bytes + BytesOf(part.Text) },
                LLMReasoningPart part => size with { Bytes = size.Bytes + BytesOf(part.Text) },
                LLMToolCallPart part => size with { Bytes = size.Bytes + BytesOf(part.Name) + BytesOf(part.Arguments) },
                LLMToolResultPart part => size with { Bytes = size.Bytes + BytesOf(part.Text) },
                LLMImagePart => size with { Images = size.Images + 1 },
                _ => size,
            };
        }

        return size;
    }

    private PromptSize Plus(string? text) => text is null ? this : this with { Bytes = Bytes + BytesOf(text), Messages = Messages + 1 };

    private PromptSize Plus(JsonElement? json) =>
        json is { ValueKind: not JsonValueKind.Undefined } element ? this with { Bytes = Bytes + JsonMarshal.GetRawUtf8Value(element).Length } : this;

    private static int BytesOf(string text) => Encoding.UTF8.GetByteCount(text);
}
