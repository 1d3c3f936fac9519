using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>Writes and reads the usage within a stored answer: numbers by name, times in ticks. What is unknown is left out.</summary>
internal static class UsageForm
{
    private const string Prompt = "prompt";
    private const string Completion = "completion";
    private const string Cached = "cached";
    private const string Written = "written";
    private const string WrittenByKind = "writtenByKind";
    private const string Reasoning = "reasoning";
    private const string Total = "total";
    private const string IsEstimated = "estimated";
    private const string QueueTime = "queueTicks";
    private const string PromptTime = "promptTicks";
    private const string CompletionTime = "completionTicks";

    public static void Write(Utf8JsonWriter writer, LLMUsage? usage)
    {
        if (usage is null)
        {
            return;
        }

        writer.WriteStartObject(ResponseField.Usage);
        Write(writer, Prompt, usage.PromptTokens);
        Write(writer, Completion, usage.CompletionTokens);
        Write(writer, Cached, usage.CachedTokens);
        Write(writer, Written, usage.CacheWriteTokens);
        Write(writer, Reasoning, usage.ReasoningTokens);
        Write(writer, Total, usage.TotalTokens);
        Write(writer, QueueTime, usage.QueueTime?.Ticks);
        Write(writer, PromptTime, usage.PromptTime?.Ticks);
        Write(writer, CompletionTime, usage.CompletionTime?.Ticks);
        writer.WriteBoolean(IsEstimated, usage.IsEstimated);
        writer.WriteStartObject(WrittenByKind);
        foreach (var (kind, tokens) in usage.CacheWriteTokensByKind)
        {
            writer.WriteNumber(kind, tokens);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static LLMUsage? Read(JsonElement response) => !response.TryGetProperty(ResponseField.Usage, out var usage) ? null : new LLMUsage
    {
        PromptTokens = ReadCount(usage, Prompt),
        CompletionTokens = ReadCount(usage, Completion),
        CachedTokens = ReadCount(usage, Cached),
        CacheWriteTokens = ReadCount(usage, Written),
        CacheWriteTokensByKind = usage.GetProperty(WrittenByKind).EnumerateObject().ToDictionary(kind => kind.Name, kind => kind.Value.GetInt32()),
        ReasoningTokens = ReadCount(usage, Reasoning),
        TotalTokens = ReadCount(usage, Total),
        IsEstimated = usage.GetProperty(IsEstimated).GetBoolean(),
        QueueTime = ReadTime(usage, QueueTime),
        PromptTime = ReadTime(usage, PromptTime),
        CompletionTime = ReadTime(usage, CompletionTime),
    };

    private static void Write(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static int? ReadCount(JsonElement usage, string name) => usage.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static TimeSpan? ReadTime(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value) ? TimeSpan.FromTicks(value.GetInt64()) : null;
}
