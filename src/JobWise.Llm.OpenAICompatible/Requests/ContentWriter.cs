using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Writes a message's content: a string, or parts where there is an image.</summary>
internal static class ContentWriter
{
    public static void Write(Utf8JsonWriter writer, LLMMessage message)
    {
        if (HasImage(message))
        {
            writer.WriteStartArray("content"u8);
            foreach (var part in message.Parts)
            {
                WritePart(writer, part);
            }

            writer.WriteEndArray();
        }
        else if (message.Text is { Length: > 0 } text || !message.ToolCalls.Any())
        {
            writer.WriteString("content"u8, message.Text);
        }
        else
        {
            writer.WriteNull("content"u8);
        }
    }

    private static bool HasImage(LLMMessage message)
    {
        foreach (var part in message.Parts)
        {
            if (part is LLMImagePart)
            {
                return true;
            }
        }

        return false;
    }

    private static void WritePart(Utf8JsonWriter writer, LLMContentPart part)
    {
        if (part is LLMTextPart { Text: var text })
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "text"u8);
            writer.WriteString("text"u8, text);
            writer.WriteEndObject();
        }
        else if (part is LLMImagePart image)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "image_url"u8);
            writer.WriteStartObject("image_url"u8);
            WriteImage(writer, image);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private static void WriteImage(Utf8JsonWriter writer, LLMImagePart image)
    {
        if (image.Url is { } url)
        {
            writer.WriteString("url"u8, url.AbsoluteUri);
            return;
        }

        var prefix = Encoding.UTF8.GetBytes($"data:{image.MediaType};base64,");
        var address = ArrayPool<byte>.Shared.Rent(prefix.Length + Base64.GetMaxEncodedToUtf8Length(image.Bytes.Length));
        prefix.CopyTo(address, 0);
        Base64.EncodeToUtf8(image.Bytes.Span, address.AsSpan(prefix.Length), out _, out var written);
        writer.WriteString("url"u8, address.AsSpan(0, prefix.Length + written));
        ArrayPool<byte>.Shared.Return(address);
    }
}
