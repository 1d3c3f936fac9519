using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// More input tokens than a request is likely to have. It counts bytes, three to a token: English has four or more, and the letters of other
/// scripts have as many more bytes as tokens.
/// </summary>
internal static class PromptBound
{
    private const int BytesPerToken = 3;
    private const int TokensPerPiece = 8;
    private const int TokensPerImage = 2_000;

    public static int Of(LLMRequest request)
    {
        var tokens = Of(request.SystemMessage) + Of(request.Prompt) + Of(request.ResponseFormat?.Schema);
        for (var i = 0; i < request.Messages.Count; i++)
        {
            var parts = request.Messages[i].Parts;
            for (var j = 0; j < parts.Count; j++)
            {
                tokens += Of(parts[j]);
            }
        }

        for (var i = 0; i < request.Tools.Count; i++)
        {
            var tool = request.Tools[i];
            tokens += Of(tool.Name) + Of(tool.Description) + Of(tool.Parameters);
        }

        return (int)Math.Min(int.MaxValue, tokens);
    }

    private static long Of(LLMContentPart part) => part switch
    {
        LLMTextPart text => Of(text.Text),
        LLMImagePart => TokensPerImage,
        LLMToolCallPart call => Of(call.Name) + Of(call.Arguments),
        LLMToolResultPart result => Of(result.Text),
        LLMReasoningPart reasoning => Of(reasoning.Text) + Of(reasoning.ProviderBlob),
        _ => 0,
    };

    private static long Of(string? text) => text is null ? 0 : Of(Encoding.UTF8.GetByteCount(text));

    private static long Of(JsonElement? json) =>
        json is { ValueKind: not JsonValueKind.Undefined } element ? Of(JsonMarshal.GetRawUtf8Value(element).Length) : 0;

    private static long Of(int bytes) => ((long)bytes / BytesPerToken) + TokensPerPiece;
}
