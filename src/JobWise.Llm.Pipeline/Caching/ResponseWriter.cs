using System.Buffers;
using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Writes an answer for a store outside the process, with the version of the form and the whole key within, so that the reader need not trust
/// what it finds. What a hit sets anew, such as its cost, is left out.
/// </summary>
internal static class ResponseWriter
{
    /// <summary>Null where this form cannot hold the answer: a part of another kind, or JSON that is none.</summary>
    public static byte[]? Write(LLMCacheKey key, LLMResponse response)
    {
        foreach (var part in response.Message.Parts)
        {
            if (part is not (LLMTextPart or LLMReasoningPart or LLMToolCallPart))
            {
                return null;
            }
        }

        try
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                Write(writer, key, response);
            }

            return buffer.WrittenSpan.ToArray();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, LLMCacheKey key, LLMResponse response)
    {
        writer.WriteStartObject();
        writer.WriteNumber(ResponseField.Version, RequestForm.Version);
        writer.WriteString(ResponseField.Key, key.ToString());
        writer.WriteString(ResponseField.Role, response.Message.Role.Value);
        writer.WriteStartArray(ResponseField.Parts);
        foreach (var part in response.Message.Parts)
        {
            WritePart(writer, part);
        }

        writer.WriteEndArray();
        writer.WriteString(ResponseField.Provider, response.Provider);
        writer.WriteString(ResponseField.Model, response.Model);
        writer.WriteString(ResponseField.Finish, response.FinishReason.Value);
        writer.WriteString(ResponseField.RequestId, response.RequestId);
        writer.WriteString(ResponseField.ResponseId, response.ResponseId);
        writer.WriteString(ResponseField.ServiceTier, response.ServiceTier);
        writer.WriteString(ResponseField.Instance, response.Route?.Instance);
        UsageForm.Write(writer, response.Usage);
        WriteWarnings(writer, response.Warnings);
        writer.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter writer, LLMContentPart part)
    {
        writer.WriteStartObject();
        switch (part)
        {
            case LLMTextPart text:
                writer.WriteString(ResponseField.Text, text.Text);
                break;
            case LLMReasoningPart reasoning:
                writer.WriteString(ResponseField.Reasoning, reasoning.Text);
                if (reasoning.ProviderBlob is { } blob)
                {
                    writer.WritePropertyName(ResponseField.Blob);
                    blob.WriteTo(writer);
                }

                break;
            case LLMToolCallPart call:
                writer.WriteString(ResponseField.Id, call.Id);
                writer.WriteString(ResponseField.Name, call.Name);
                writer.WriteString(ResponseField.Arguments, call.Arguments);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteWarnings(Utf8JsonWriter writer, IReadOnlyList<LLMWarning> warnings)
    {
        writer.WriteStartArray(ResponseField.Warnings);
        foreach (var warning in warnings)
        {
            writer.WriteStartObject();
            writer.WriteString(ResponseField.Code, warning.Code);
            writer.WriteString(ResponseField.Option, warning.Option);
            writer.WriteString(ResponseField.Message, warning.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
