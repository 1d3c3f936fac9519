using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Writes the system message: a string, or blocks where its start is to be cached.</summary>
internal static class SystemWriter
{
    public static void Write(Utf8JsonWriter writer, MessagesPlan plan)
    {
        if (plan.System is null && plan.Instruction is null)
        {
            return;
        }

        if (plan.System is null || plan.PromptCache == AnthropicPromptCache.Off)
        {
            writer.WriteString("system"u8, plan.System is null ? plan.Instruction : plan.Instruction is null ? plan.System : $"{plan.System}\n\n{plan.Instruction}");
            return;
        }

        writer.WriteStartArray("system"u8);
        WriteBlock(writer, plan.System, plan.PromptCache);
        if (plan.Instruction is { } instruction)
        {
            // After the mark: it changes with the schema, the message before it does not.
            WriteBlock(writer, instruction, AnthropicPromptCache.Off);
        }

        writer.WriteEndArray();
    }

    private static void WriteBlock(Utf8JsonWriter writer, string text, AnthropicPromptCache cache)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "text"u8);
        writer.WriteString("text"u8, text);
        CacheMark.Write(writer, cache);
        writer.WriteEndObject();
    }
}
