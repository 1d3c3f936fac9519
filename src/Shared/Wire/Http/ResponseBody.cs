using System.Globalization;
using System.IO.Compression;

namespace JobWise.Llm.Wire;

/// <summary>Reads answers within their caps, which count decoded bytes.</summary>
internal static class ResponseBody
{
    private const int ReadSize = 16 * 1024;

    /// <summary>The answer's bytes as they come, decompressed where the server compressed them though nobody asked.</summary>
    public static async ValueTask<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return response.Content.Headers.NonValidated.Contains("Content-Encoding") ? Decode(stream, response.Content.Headers.ContentEncoding) : stream;
    }

    /// <summary>Reads to the end into a pooled buffer, which the caller disposes.</summary>
    public static async ValueTask<PooledBufferWriter> ReadAsync(HttpResponseMessage response, int cap, CancellationToken cancellationToken)
    {
        var hint = response.Content.Headers.ContentLength is { } length and > 0 ? (int)Math.Min(length + 1, 1024 * 1024) : ReadSize;
        var body = new PooledBufferWriter(hint);
        try
        {
            var stream = await OpenAsync(response, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                await FillAsync(body, stream, cap, cancellationToken).ConfigureAwait(false);
            }

            return body;
        }
        catch
        {
            // The buffer goes back whatever happened.
            body.Dispose();
            throw;
        }
    }

    private static async ValueTask FillAsync(PooledBufferWriter body, Stream stream, int cap, CancellationToken cancellationToken)
    {
        int read;
        while ((read = await stream.ReadAsync(body.GetMemory(), cancellationToken).ConfigureAwait(false)) > 0)
        {
            body.Advance(read);
            if (body.WrittenMemory.Length > cap)
            {
                throw TooLarge("answer", cap, nameof(LLMProviderOptions.MaxResponseBytes));
            }
        }
    }

    public static WireFormatException TooLarge(string what, int cap, string option) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The {what} is larger than {cap} bytes. Raise {option} if this size is expected.")) { MayPass = false };

    private static Stream Decode(Stream stream, ICollection<string> encodings) => encodings.Reverse().Aggregate(stream, Decode);

    private static Stream Decode(Stream stream, string encoding) => encoding.ToUpperInvariant() switch
    {
        "GZIP" or "X-GZIP" => new GZipStream(stream, CompressionMode.Decompress),
        "BR" => new BrotliStream(stream, CompressionMode.Decompress),
        "DEFLATE" => new ZLibStream(stream, CompressionMode.Decompress),
        "IDENTITY" => stream,
        _ => throw new WireFormatException("The answer has a content encoding that was not asked for and is not known.") { MayPass = false },
    };
}
