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
        WriteTools(writer, plan.Request);
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
        if (plan.Temperature is { } temperature && IsFree(request, "temperature"))
        {
            writer.WriteNumber("temperature"u8, temperature);
        }

        if (plan.TopP is { } topP && IsFree(request, "top_p"))
        {
            writer.WriteNumber("top_p"u8, topP);
        }

        if (request.MaxTokens is { } cap && IsFree(request, dialect.OutputCapField))
        {
            writer.WriteNumber(dialect.OutputCapField, cap);
        }

        if (request.Seed is { } seed && IsFree(request, "seed"))
        {
            writer.WriteNumber("seed"u8, seed);
        }

        if (plan.ReasoningEffort is { } effort && IsFree(request, "reasoning_effort"))
        {
            writer.WriteString("reasoning_effort"u8, effort.Value);
        }

        WriteStop(writer, request);
    }

    private static void WriteStop(Utf8JsonWriter writer, LLMRequest request)
    {
        if (request.StopSequences.Count == 0 || !IsFree(request, "stop"))
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

    private static void WriteTools(Utf8JsonWriter writer, LLMRequest request)
    {
        if (request.Tools.Count > 0 && IsFree(request, "tools"))
        {
            writer.WriteStartArray("tools"u8);
            foreach (var tool in request.Tools)
            {
                WriteTool(writer, tool);
            }

            writer.WriteEndArray();
        }

        if (request.ToolChoice is { } choice && IsFree(request, "tool_choice"))
        {
            WriteToolChoice(writer, choice);
        }

        if (request.ParallelToolCalls is { } parallel && IsFree(request, "parallel_tool_calls"))
        {
            writer.WriteBoolean("parallel_tool_calls"u8, parallel);
        }
    }

    private static void WriteTool(Utf8JsonWriter writer, LLMTool tool)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, tool.Name);
        if (tool.Description is { } description)
        {
            writer.WriteString("description"u8, description);
        }

        if (tool.Parameters is { } parameters)
        {
            writer.WritePropertyName("parameters"u8);
            parameters.WriteTo(writer);
        }

        if (tool.Strict)
        {
            writer.WriteBoolean("strict"u8, true);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteToolChoice(Utf8JsonWriter writer, LLMToolChoice choice)
    {
        if (choice.ToolName is not { } name)
        {
            writer.WriteString("tool_choice"u8, choice.Mode);
            return;
        }

        writer.WriteStartObject("tool_choice"u8);
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, name);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteFormat(Utf8JsonWriter writer, RequestPlan plan)
    {
        if (plan.Format == LLMResponseFormatKind.Text || !IsFree(plan.Request, "response_format"))
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
        if (dialect.RequestsStreamUsage && IsFree(plan.Request, "stream_options"))
        {
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
        }
    }

    // A field the caller writes himself replaces ours: a body with one name twice would leave the choice to the server.
    private static bool IsFree(LLMRequest request, string field) => request.ExtraFields.Count == 0 || !request.ExtraFields.ContainsKey(field);
}
