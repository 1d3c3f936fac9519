using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Writes the conversation.</summary>
internal static class TurnWriter
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Turn> turns)
    {
        writer.WriteStartArray("messages"u8);
        foreach (var turn in turns)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, turn.Role);
            WriteContent(writer, turn.Parts);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteContent(Utf8JsonWriter writer, IReadOnlyList<LLMContentPart> parts)
    {
        if (parts is [LLMTextPart only])
        {
            writer.WriteString("content"u8, only.Text);
            return;
        }

        writer.WriteStartArray("content"u8);
        foreach (var part in parts)
        {
            WritePart(writer, part);
        }

        writer.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter writer, LLMContentPart part)
    {
        switch (part)
        {
            case LLMTextPart text:
                writer.WriteStartObject();
                writer.WriteString("type"u8, "text"u8);
                writer.WriteString("text"u8, text.Text);
                writer.WriteEndObject();
                break;
            case LLMImagePart image:
                ImageWriter.Write(writer, image);
                break;
            case LLMReasoningPart reasoning:
                reasoning.ProviderBlob!.Value.WriteTo(writer);
                break;
            case LLMToolCallPart call:
                WriteCall(writer, call);
                break;
            case LLMToolResultPart result:
                writer.WriteStartObject();
                writer.WriteString("type"u8, "tool_result"u8);
                writer.WriteString("tool_use_id"u8, result.CallId);
                writer.WriteString("content"u8, result.Text);
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteCall(Utf8JsonWriter writer, LLMToolCallPart call)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "tool_use"u8);
        writer.WriteString("id"u8, call.Id);
        writer.WriteString("name"u8, call.Name);
        writer.WritePropertyName("input"u8);
        WriteArguments(writer, call.Arguments);
        writer.WriteEndObject();
    }

    // Only an object is taken. What a model wrote wrong goes back as the text it is, so that it can see its mistake.
    private static void WriteArguments(Utf8JsonWriter writer, string arguments)
    {
        if (TryParseObject(arguments) is { } document)
        {
            using (document)
            {
                document.RootElement.WriteTo(writer);
            }

            return;
        }

        writer.WriteStartObject();
        if (!string.IsNullOrWhiteSpace(arguments))
        {
            writer.WriteString("invalid_json"u8, arguments);
        }

        writer.WriteEndObject();
    }

    private static JsonDocument? TryParseObject(string arguments)
    {
        try
        {
            var document = JsonDocument.Parse(arguments);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
