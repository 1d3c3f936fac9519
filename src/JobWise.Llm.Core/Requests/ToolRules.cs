using System.Text.Json;

namespace JobWise.Llm;

/// <summary>The tools and how they may be used.</summary>
internal static class ToolRules
{
    public static string? FindProblem(LLMRequest request)
    {
        if (request.Tools.Count == 0 && request.ToolChoice is null && request.ParallelToolCalls is null)
        {
            return null;
        }

        HashSet<string> names = [];
        foreach (var tool in request.Tools)
        {
            if (FindProblem(tool, names) is { } problem)
            {
                return problem;
            }
        }

        // Tools of the provider's own kind are written as they are, and nothing is known about them.
        return request.ExtraFields.ContainsKey("tools") ? null : FindProblemOfUse(request, names);
    }

    private static string? FindProblem(LLMTool? tool, HashSet<string> names)
    {
        if (tool is null)
        {
            return "One of the Tools is null. Remove it.";
        }

        if (!WireName.IsValid(tool.Name))
        {
            return $"A tool's Name is {WireName.Show(tool.Name ?? string.Empty)}. {WireName.Rule}.";
        }

        if (!names.Add(tool.Name))
        {
            return $"Two Tools have the Name '{tool.Name}'. Give each its own.";
        }

        return tool.Parameters is { ValueKind: not JsonValueKind.Object and var kind }
            ? $"The Parameters of the tool '{tool.Name}' are {kind}, which is no JSON schema. Give the schema of an object, or null for a tool without arguments."
            : null;
    }

    private static string? FindProblemOfUse(LLMRequest request, HashSet<string> names)
    {
        if (request.ToolChoice?.ToolName is { } wanted && !names.Contains(wanted))
        {
            return $"ToolChoice asks for the tool {WireName.Show(wanted)}, which is not among the {names.Count} Tools. Add it there, or choose another.";
        }

        if (names.Count > 0)
        {
            return null;
        }

        return request switch
        {
            { ToolChoice: { } choice } => $"ToolChoice is '{choice.Mode}', but the request has no Tools. Add some, or leave it out.",
            { ParallelToolCalls: { } parallel } =>
                $"ParallelToolCalls is {(parallel ? "true" : "false")}, but the request has no Tools. Add some, or leave it out.",
            _ => null,
        };
    }
}
