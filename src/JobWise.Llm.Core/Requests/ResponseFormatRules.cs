using System.Text.Json;

namespace JobWise.Llm;

/// <summary>The form of the answer.</summary>
internal static class ResponseFormatRules
{
    public static string? FindProblem(LLMRequest request)
    {
        if (request.ResponseFormat is not { Kind: LLMResponseFormatKind.JsonSchema } format)
        {
            return null;
        }

        if (!WireName.IsValid(format.SchemaName))
        {
            return $"The SchemaName of the ResponseFormat is {WireName.Show(format.SchemaName ?? string.Empty)}. {WireName.Rule}.";
        }

        return format.Schema is { ValueKind: JsonValueKind.Object }
            ? null
            : $"The Schema of the ResponseFormat is {format.Schema?.ValueKind ?? JsonValueKind.Undefined}, which is no JSON schema. Give the schema of an object.";
    }
}
