using System.Buffers;
using System.Text;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>A block of an answer while its pieces come.</summary>
/// <param name="opened">As the block came, or as the stream opened it.</param>
internal sealed class BlockDraft(ContentBlock opened)
{
    private readonly StringBuilder _more = new();
    private readonly StringBuilder _signature = new();

    public bool IsTool => opened.Type == "tool_use";

    public bool IsText => opened.Type == "text";

    public bool IsThinking => opened.Type == "thinking";

    public bool IsClosed { get; private set; }

    /// <summary>Adds to the text, the thinking or the arguments, whichever the block is made of.</summary>
    public void Add(string? piece) => _more.Append(piece);

    public void AddSignature(string? piece) => _signature.Append(piece);

    /// <summary>Ends the block; gives the arguments of a tool call that the stream brought when it opened the call, else null.</summary>
    public string? Close()
    {
        var early = IsTool && !IsClosed && _more.Length == 0 && opened.Input is { Length: > 2 } input ? input : null;
        IsClosed = true;
        return early;
    }

    /// <summary>The block as a part of the message; null for a kind that has none, and for an empty text.</summary>
    public LLMContentPart? ToPart() => opened.Type switch
    {
        "text" when Joined(opened.Text) is { Length: > 0 } text => new LLMTextPart { Text = text },
        "thinking" => new LLMReasoningPart { Text = Joined(opened.Thinking), ProviderBlob = Blob() },
        "redacted_thinking" => new LLMReasoningPart { ProviderBlob = opened.Raw },
        "tool_use" => new LLMToolCallPart { Id = opened.Id ?? string.Empty, Name = opened.Name ?? string.Empty, Arguments = Arguments() },
        _ => null,
    };

    private string Joined(string? start) => _more.Length == 0 ? start ?? string.Empty : $"{start}{_more}";

    private string Arguments() => _more.Length > 0 ? _more.ToString() : opened.Input is { Length: > 0 } whole ? whole : "{}";

    // What came in one piece goes back as it came; of pieces, the block is put together as it would have come.
    private JsonElement? Blob()
    {
        if (_more.Length == 0 && _signature.Length == 0)
        {
            return opened.Raw;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "thinking"u8);
            writer.WriteString("thinking"u8, Joined(opened.Thinking));
            writer.WriteString("signature"u8, $"{opened.Signature}{_signature}");
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
