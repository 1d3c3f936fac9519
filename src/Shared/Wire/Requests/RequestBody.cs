using System.Text.Encodings.Web;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Turns a plan into bytes, with one spare writer kept between calls.</summary>
/// <typeparam name="TPlan">What of a request is sent.</typeparam>
/// <param name="write">Knows the fields.</param>
internal sealed class RequestBody<TPlan>(Action<Utf8JsonWriter, TPlan> write)
{
    // The relaxed encoder leaves letters outside ASCII as they are: half the bytes for many languages, and no HTML page is near.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private Utf8JsonWriter? _spare;

    /// <summary>The body, in a buffer that the caller disposes after sending.</summary>
    /// <exception cref="LLMInvalidRequestException">A value cannot be written as JSON.</exception>
    public PooledBufferWriter Write(TPlan plan)
    {
        var buffer = new PooledBufferWriter();
        var json = Interlocked.Exchange(ref _spare, null) ?? new Utf8JsonWriter(buffer, Options);
        try
        {
            json.Reset(buffer);
            write(json, plan);
            json.Flush();
            json.Reset(NothingWriter.Instance);
            _spare = json;
            return buffer;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // The writer tells a number without a finite value by the one, an undefined element by the other.
            buffer.Dispose();
            throw new LLMInvalidRequestException(
                "A value of the request cannot be written as JSON. Check Temperature and TopP for NaN, and schemas, tool parameters and ExtraFields for an undefined JsonElement.",
                innerException: error);
        }
    }
}
