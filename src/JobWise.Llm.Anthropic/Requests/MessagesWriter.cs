using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Writes the body of a message request, or of the question how many tokens one has.</summary>
internal static class MessagesWriter
{
    // What the count takes beside the conversation; it refuses every other field.
    private static readonly string[] CountedFields = ["cache_control", "context_management", "mcp_servers", "output_config", "thinking", "tool_choice", "tools"];

    public static void WriteWhole(Utf8JsonWriter writer, MessagesPlan plan) => Write(writer, plan, stream: false);

    public static void WriteStreamed(Utf8JsonWriter writer, MessagesPlan plan) => Write(writer, plan, stream: true);

    public static void WriteCount(Utf8JsonWriter writer, MessagesPlan plan)
    {
        writer.WriteStartObject();
        WriteCounted(writer, plan);
        WriteExtra(writer, plan.Request, CountedFields);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, MessagesPlan plan, bool stream)
    {
        writer.WriteStartObject();
        WriteCounted(writer, plan);
        WriteSampling(writer, plan);
        if (stream)
        {
            writer.WriteBoolean("stream"u8, true);
        }

        WriteExtra(writer, plan.Request, only: null);
        writer.WriteEndObject();
    }

    private static void WriteCounted(Utf8JsonWriter writer, MessagesPlan plan)
    {
        writer.WriteString("model"u8, plan.Model);
        SystemWriter.Write(writer, plan);
        TurnWriter.Write(writer, plan.Turns);
        ToolWriter.Write(writer, plan);
        WriteThinking(writer, plan);
        WriteOutput(writer, plan);
    }

    private static void WriteSampling(Utf8JsonWriter writer, MessagesPlan plan)
    {
        var request = plan.Request;
        if (RequestFields.IsFree(request, "max_tokens"))
        {
            writer.WriteNumber("max_tokens"u8, plan.MaxTokens);
        }

        if (plan.Temperature is { } temperature && RequestFields.IsFree(request, "temperature"))
        {
            writer.WriteNumber("temperature"u8, temperature);
        }

        if (plan.TopP is { } topP && RequestFields.IsFree(request, "top_p"))
        {
            writer.WriteNumber("top_p"u8, topP);
        }

        if (request.EndUserId is { } endUser && RequestFields.IsFree(request, "metadata"))
        {
            writer.WriteStartObject("metadata"u8);
            writer.WriteString("user_id"u8, endUser);
            writer.WriteEndObject();
        }

        if (request.StopSequences.Count > 0 && RequestFields.IsFree(request, "stop_sequences"))
        {
            writer.WriteStartArray("stop_sequences"u8);
            foreach (var stop in request.StopSequences)
            {
                writer.WriteStringValue(stop);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteThinking(Utf8JsonWriter writer, MessagesPlan plan)
    {
        if (plan.Thinking.Mode is { } mode && RequestFields.IsFree(plan.Request, "thinking"))
        {
            writer.WriteStartObject("thinking"u8);
            writer.WriteString("type"u8, mode);
            writer.WriteEndObject();
        }
    }

    private static void WriteOutput(Utf8JsonWriter writer, MessagesPlan plan)
    {
        if ((plan.Thinking.Effort is null && !plan.HasSchema) || !RequestFields.IsFree(plan.Request, "output_config"))
        {
            return;
        }

        writer.WriteStartObject("output_config"u8);
        if (plan.Thinking.Effort is { } effort)
        {
            writer.WriteString("effort"u8, effort);
        }

        if (plan.HasSchema)
        {
            writer.WriteStartObject("format"u8);
            writer.WriteString("type"u8, "json_schema"u8);
            writer.WritePropertyName("schema"u8);
            plan.Request.ResponseFormat!.Schema!.Value.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteExtra(Utf8JsonWriter writer, LLMRequest request, string[]? only)
    {
        foreach (var (name, value) in request.ExtraFields)
        {
            if (only is null || only.Contains(name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }
    }
}
