using System.Text.Json;

namespace JobWise.Llm;

/// <summary>The texts that must not be empty.</summary>
internal static class TextRules
{
    public static string? FindProblem(LLMRequest request)
    {
        if (request.Model is { } model && string.IsNullOrWhiteSpace(model))
        {
            return "Model is empty. Name a model of GetAvailableModelsAsync(), or leave it null for the default.";
        }

        if (request.StopSequences.Count > 0 && request.StopSequences.Any(string.IsNullOrEmpty))
        {
            return $"One of the {request.StopSequences.Count} StopSequences is empty. Remove it: every answer would end before it began.";
        }

        return request.ExtraFields.Count > 0 && request.ExtraFields.FirstOrDefault(field => field.Key.Length == 0 || field.Value.ValueKind == JsonValueKind.Undefined) is { Key: { } name }
            ? $"ExtraFields holds '{name}' without {(name.Length == 0 ? "a name" : "a value")}. Give it one, such as JsonSerializer.SerializeToElement(true), or remove it."
            : null;
    }
}
