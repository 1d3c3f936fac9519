using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Writes the tools and how they may be used.</summary>
internal static class ToolWriter
{
    public static void Write(Utf8JsonWriter writer, LLMRequest request)
    {
        if (request.Tools.Count > 0 && RequestFields.IsFree(request, "tools"))
        {
            writer.WriteStartArray("tools"u8);
            foreach (var tool in request.Tools)
            {
                WriteTool(writer, tool);
            }

            writer.WriteEndArray();
        }

        if (request.ToolChoice is { } choice && RequestFields.IsFree(request, "tool_choice"))
        {
            WriteToolChoice(writer, choice);
        }

        if (request.ParallelToolCalls is { } parallel && RequestFields.IsFree(request, "parallel_tool_calls"))
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
}
