using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Writes the tools and how they may be used.</summary>
internal static class ToolWriter
{
    public static void Write(Utf8JsonWriter writer, MessagesPlan plan)
    {
        var request = plan.Request;
        if (request.Tools.Count > 0 && RequestFields.IsFree(request, "tools"))
        {
            writer.WriteStartArray("tools"u8);
            for (var i = 0; i < request.Tools.Count; i++)
            {
                // The system message comes after the tools, so that its mark covers them.
                var isMarked = plan.System is null && i == request.Tools.Count - 1;
                WriteTool(writer, request.Tools[i], plan.StrictTools, isMarked ? plan.PromptCache : AnthropicPromptCache.Off);
            }

            writer.WriteEndArray();
        }

        if (RequestFields.IsFree(request, "tool_choice"))
        {
            WriteChoice(writer, plan);
        }
    }

    private static void WriteTool(Utf8JsonWriter writer, LLMTool tool, bool mayBeStrict, AnthropicPromptCache cache)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, tool.Name);
        if (tool.Description is { } description)
        {
            writer.WriteString("description"u8, description);
        }

        writer.WritePropertyName("input_schema"u8);
        if (tool.Parameters is { } parameters)
        {
            parameters.WriteTo(writer);
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "object"u8);
            writer.WriteEndObject();
        }

        if (tool.Strict && mayBeStrict)
        {
            writer.WriteBoolean("strict"u8, true);
        }

        CacheMark.Write(writer, cache);
        writer.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter writer, MessagesPlan plan)
    {
        var isSingle = plan.Request.ParallelToolCalls == false && plan.Request.Tools.Count > 0;
        if (plan.ToolChoice is null && !isSingle)
        {
            return;
        }

        var choice = plan.ToolChoice ?? LLMToolChoice.Auto;
        writer.WriteStartObject("tool_choice"u8);
        writer.WriteString("type"u8, TypeOf(choice));
        if (choice.ToolName is { } name)
        {
            writer.WriteString("name"u8, name);
        }

        if (isSingle && choice != LLMToolChoice.None)
        {
            writer.WriteBoolean("disable_parallel_tool_use"u8, true);
        }

        writer.WriteEndObject();
    }

    private static string TypeOf(LLMToolChoice choice) => choice switch
    {
        { ToolName: not null } => "tool",
        _ when choice == LLMToolChoice.Required => "any",
        _ => choice.Mode,
    };
}
