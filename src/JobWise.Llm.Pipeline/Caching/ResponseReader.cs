using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>Reads what <see cref="ResponseWriter"/> wrote, and trusts none of it.</summary>
internal static class ResponseReader
{
    /// <summary>Null for garbage, for another version, and for the answer of another key.</summary>
    public static LLMResponse? Read(LLMCacheKey key, ReadOnlyMemory<byte> stored)
    {
        try
        {
            using var document = JsonDocument.Parse(stored);
            return Read(key, document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static LLMResponse? Read(LLMCacheKey key, JsonElement root)
    {
        if (root.GetProperty(ResponseField.Version).GetInt32() != RequestForm.Version || Text(root, ResponseField.Key) != key.ToString())
        {
            return null;
        }

        return new LLMResponse
        {
            Message = new LLMMessage
            {
                Role = new LLMRole(Text(root, ResponseField.Role)),
                Parts = [.. root.GetProperty(ResponseField.Parts).EnumerateArray().Select(ReadPart)],
            },
            Provider = Text(root, ResponseField.Provider),
            Model = Text(root, ResponseField.Model),
            FinishReason = new LLMFinishReason(Text(root, ResponseField.Finish)),
            Usage = UsageForm.Read(root),
            RequestId = root.GetProperty(ResponseField.RequestId).GetString(),
            ResponseId = root.GetProperty(ResponseField.ResponseId).GetString(),
            ServiceTier = root.GetProperty(ResponseField.ServiceTier).GetString(),
            Warnings = [.. root.GetProperty(ResponseField.Warnings).EnumerateArray().Select(ReadWarning)],
            Route = new LLMRoute { Instance = root.GetProperty(ResponseField.Instance).GetString() },
        };
    }

    private static LLMContentPart ReadPart(JsonElement part)
    {
        if (part.TryGetProperty(ResponseField.Reasoning, out var reasoning))
        {
            return new LLMReasoningPart
            {
                Text = reasoning.GetString() ?? throw new JsonException(),
                ProviderBlob = part.TryGetProperty(ResponseField.Blob, out var blob) ? blob.Clone() : null,
            };
        }

        return part.TryGetProperty(ResponseField.Text, out _)
            ? new LLMTextPart { Text = Text(part, ResponseField.Text) }
            : new LLMToolCallPart
            {
                Id = Text(part, ResponseField.Id),
                Name = Text(part, ResponseField.Name),
                Arguments = Text(part, ResponseField.Arguments),
            };
    }

    private static LLMWarning ReadWarning(JsonElement warning) => new()
    {
        Code = Text(warning, ResponseField.Code),
        Option = warning.GetProperty(ResponseField.Option).GetString(),
        Message = Text(warning, ResponseField.Message),
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new JsonException();
}
