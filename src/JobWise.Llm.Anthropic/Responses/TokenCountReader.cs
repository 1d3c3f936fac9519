using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads the answer to the question how many tokens a request has.</summary>
internal static class TokenCountReader
{
    /// <exception cref="WireFormatException">The bytes hold no count.</exception>
    public static int Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(Bytes.WithoutBom(body));
            if (reader.Read() && Json.IsObject(ref reader))
            {
                while (Json.NextMember(ref reader))
                {
                    if (Json.Member(ref reader, "input_tokens"u8))
                    {
                        return Json.Count(ref reader) ?? throw NoCount();
                    }

                    Json.SkipMember(ref reader);
                }
            }

            throw NoCount();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The reader tells invalid JSON by the one and invalid text by the other.
            throw new WireFormatException("The token count is not valid JSON. Check BaseUrl and any proxy on the way.");
        }
    }

    private static WireFormatException NoCount() => new("The answer is JSON, but holds no count of tokens.");
}
