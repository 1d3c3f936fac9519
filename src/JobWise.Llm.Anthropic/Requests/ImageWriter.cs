using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Writes an image, by address or as bytes. A data address is sent as the bytes it holds: the API fetches only from the network.</summary>
internal static class ImageWriter
{
    private const string Base64Mark = ";base64,";

    public static void Write(Utf8JsonWriter writer, LLMImagePart image)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "image"u8);
        writer.WriteStartObject("source"u8);
        if (image.Url is not { } url)
        {
            writer.WriteString("type"u8, "base64"u8);
            writer.WriteString("media_type"u8, image.MediaType);
            writer.WriteBase64String("data"u8, image.Bytes.Span);
        }
        else if (url.Scheme == "data" && url.OriginalString.IndexOf(Base64Mark, StringComparison.OrdinalIgnoreCase) is > 0 and var mark)
        {
            writer.WriteString("type"u8, "base64"u8);
            writer.WriteString("media_type"u8, url.OriginalString.AsSpan("data:".Length, mark - "data:".Length));
            writer.WriteString("data"u8, url.OriginalString.AsSpan(mark + Base64Mark.Length));
        }
        else
        {
            writer.WriteString("type"u8, "url"u8);
            writer.WriteString("url"u8, url.AbsoluteUri);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
