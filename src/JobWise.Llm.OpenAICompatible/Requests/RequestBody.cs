using System.Text.Encodings.Web;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Turns a plan into bytes, with one spare writer kept between calls.</summary>
/// <param name="writer">Knows the fields.</param>
internal sealed class RequestBody(ChatRequestWriter writer)
{
    // The relaxed encoder leaves letters outside ASCII as they are: half the bytes for many languages, and no HTML page is near.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private Utf8JsonWriter? _spare;

    /// <summary>The body, in a buffer that the caller disposes after sending.</summary>
    /// <exception cref="LLMInvalidRequestException">A text is not valid Unicode.</exception>
    public PooledBufferWriter Write(RequestPlan plan)
    {
        var buffer = new PooledBufferWriter();
        var json = Interlocked.Exchange(ref _spare, null) ?? new Utf8JsonWriter(buffer, Options);
        try
        {
            json.Reset(buffer);
            writer.Write(json, plan);
            json.Flush();
            json.Reset(NothingWriter.Instance);
            _spare = json;
            return buffer;
        }
        catch (ArgumentException error)
        {
            buffer.Dispose();
            throw new LLMInvalidRequestException(
                "A text of the request is not valid Unicode (half of a surrogate pair stands alone). Cut texts between characters, not inside them.",
                innerException: error);
        }
    }
}
