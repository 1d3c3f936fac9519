using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads the answer to an upload.</summary>
internal static class FileReader
{
    /// <exception cref="WireFormatException">The bytes are no file with an id.</exception>
    public static string ReadId(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(Bytes.WithoutBom(body));
            string? id = null;
            if (reader.Read() && Json.IsObject(ref reader))
            {
                while (Json.NextMember(ref reader))
                {
                    if (Json.Member(ref reader, "id"u8))
                    {
                        id = Json.Text(ref reader);
                    }
                    else
                    {
                        Json.SkipMember(ref reader);
                    }
                }
            }

            return string.IsNullOrEmpty(id) ? throw new WireFormatException("The answer to the upload names no file. Check BaseUrl.") : id;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The reader tells invalid JSON by the one and invalid text by the other.
            throw new WireFormatException("The answer to the upload is not valid JSON. Check BaseUrl and any proxy on the way.");
        }
    }
}
