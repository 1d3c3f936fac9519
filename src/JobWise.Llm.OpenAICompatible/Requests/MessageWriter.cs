using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Writes the conversation.</summary>
/// <param name="writer">Stands inside the body's object.</param>
/// <param name="reasoningField">Takes earlier reasoning back; null leaves it out.</param>
internal readonly struct MessageWriter(Utf8JsonWriter writer, string? reasoningField)
{
    /// <summary>Writes all messages; the instruction joins the first system message, since some chat templates allow only one.</summary>
    public void Write(IReadOnlyList<LLMMessage> messages, string? instruction)
    {
        writer.WriteStartArray("messages"u8);
        var joins = instruction is not null && messages is [{ } first, ..] && first.Role == LLMRole.System;
        if (instruction is not null)
        {
            WriteText("system", joins ? $"{messages[0].Text}\n\n{instruction}" : instruction);
        }

        for (var i = joins ? 1 : 0; i < messages.Count; i++)
        {
            WriteMessage(messages[i]);
        }

        writer.WriteEndArray();
    }

    private void WriteMessage(LLMMessage message)
    {
        var hasResult = false;
        foreach (var part in message.Parts)
        {
            if (part is LLMToolResultPart result)
            {
                hasResult = true;
                WriteToolResult(result);
            }
        }

        if (hasResult && !message.Parts.Any(part => part is LLMImagePart or LLMToolCallPart or LLMTextPart { Text.Length: > 0 }))
        {
            return;
        }

        // What stands beside results follows them as a turn of its own: a tool's turn takes nothing else here.
        writer.WriteStartObject();
        writer.WriteString("role"u8, hasResult && message.Role == LLMRole.Tool ? LLMRole.User.Value : message.Role.Value);
        ContentWriter.Write(writer, message);
        WriteReasoning(message);
        WriteToolCalls(message);
        writer.WriteEndObject();
    }

    private void WriteText(string role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, role);
        writer.WriteString("content"u8, text);
        writer.WriteEndObject();
    }

    // Every result is a message of its own on this wire.
    private void WriteToolResult(LLMToolResultPart result)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, "tool"u8);
        writer.WriteString("tool_call_id"u8, result.CallId);
        writer.WriteString("content"u8, result.Text);
        writer.WriteEndObject();
    }

    private void WriteReasoning(LLMMessage message)
    {
        if (reasoningField is null || message.Role != LLMRole.Assistant)
        {
            return;
        }

        var reasoning = string.Concat(message.Parts.OfType<LLMReasoningPart>().Select(part => part.Text));
        if (reasoning.Length > 0)
        {
            writer.WriteString(reasoningField, reasoning);
        }
    }

    private void WriteToolCalls(LLMMessage message)
    {
        var isOpen = false;
        foreach (var part in message.Parts)
        {
            if (part is LLMToolCallPart call)
            {
                if (!isOpen)
                {
                    writer.WriteStartArray("tool_calls"u8);
                    isOpen = true;
                }

                WriteToolCall(call);
            }
        }

        if (isOpen)
        {
            writer.WriteEndArray();
        }
    }

    private void WriteToolCall(LLMToolCallPart call)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, call.Id);
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, call.Name);
        writer.WriteString("arguments"u8, call.Arguments);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
