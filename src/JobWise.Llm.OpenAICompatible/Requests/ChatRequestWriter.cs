using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Writes the body of a chat completion.</summary>
/// <param name="dialect">Names the fields that differ.</param>
internal sealed class ChatRequestWriter(OpenAIDialect dialect)
{
    public void Write(Utf8JsonWriter writer, RequestPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("model"u8, plan.Model);
        new MessageWriter(writer, dialect.ReasoningField).Write(plan.Messages, plan.Instruction);
        WriteSampling(writer, plan);
        ToolWriter.Write(writer, plan.Request);
        WriteFormat(writer, plan);
        WriteStream(writer, plan);
        foreach (var (name, value) in plan.Request.ExtraFields)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private void WriteSampling(Utf8JsonWriter writer, RequestPlan plan)
    {
        var request = plan.Request;
        if (plan.Temperature is { } temperature && RequestFields.IsFree(request, "temperature"))
        {
            writer.WriteNumber("temperature"u8, temperature);
        }

        if (plan.TopP is { } topP && RequestFields.IsFree(request, "top_p"))
        {
            writer.WriteNumber("top_p"u8, topP);
        }

        if (request.MaxTokens is { } cap && RequestFields.IsFree(request, dialect.OutputCapField))
        {
            writer.WriteNumber(dialect.OutputCapField, cap);
        }

        if (request.Seed is { } seed && RequestFields.IsFree(request, "seed"))
        {
            writer.WriteNumber("seed"u8, seed);
        }

        if (plan.ReasoningEffort is { } effort && RequestFields.IsFree(request, "reasoning_effort"))
        {
            writer.WriteString("reasoning_effort"u8, effort.Value);
        }

        if (request.EndUserId is { } endUser && RequestFields.IsFree(request, dialect.EndUserField))
        {
            writer.WriteString(dialect.EndUserField, endUser);
        }

        WriteStop(writer, request);
    }

    private static void WriteStop(Utf8JsonWriter writer, LLMRequest request)
    {
        if (request.StopSequences.Count == 0 || !RequestFields.IsFree(request, "stop"))
        {
            return;
        }

        writer.WriteStartArray("stop"u8);
        foreach (var stop in request.StopSequences)
        {
            writer.WriteStringValue(stop);
        }

        writer.WriteEndArray();
    }

    private static void WriteFormat(Utf8JsonWriter writer, RequestPlan plan)
    {
        if (plan.Format == LLMResponseFormatKind.Text || !RequestFields.IsFree(plan.Request, "response_format"))
        {
            return;
        }

        writer.WriteStartObject("response_format"u8);
        if (plan.Format == LLMResponseFormatKind.JsonObject)
        {
            writer.WriteString("type"u8, "json_object"u8);
        }
        else
        {
            WriteSchema(writer, plan.Request.ResponseFormat!, plan.Strict);
        }

        writer.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter writer, LLMResponseFormat format, bool strict)
    {
        writer.WriteString("type"u8, "json_schema"u8);
        writer.WriteStartObject("json_schema"u8);
        writer.WriteString("name"u8, format.SchemaName);
        writer.WriteBoolean("strict"u8, strict);
        writer.WritePropertyName("schema"u8);
        format.Schema!.Value.WriteTo(writer);
        writer.WriteEndObject();
    }

    private void WriteStream(Utf8JsonWriter writer, RequestPlan plan)
    {
        if (!plan.Stream)
        {
            return;
        }

        writer.WriteBoolean("stream"u8, true);
        if (dialect.RequestsStreamUsage && RequestFields.IsFree(plan.Request, "stream_options"))
        {
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
        }
    }
}
