using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>The canonical form of a request: what is sent, in a fixed order. A prompt is the same as one user message, as it is on the wire.</summary>
internal static class RequestForm
{
    /// <summary>To be raised with every change of this form or of what is stored under it; entries of other versions are then not found.</summary>
    public const int Version = 1;

    private const LLMDefaultedOptions SentDifferently = LLMDefaultedOptions.Temperature | LLMDefaultedOptions.MaxTokens;

    public static void Write(FormHasher hasher, LLMRequest request, LLMServiceMetadata provider)
    {
        hasher.Write(Version);
        hasher.Write(provider.InstanceName);
        hasher.Write(provider.ProviderName);
        hasher.Write(provider.Endpoint?.OriginalString);
        hasher.Write(ModelOf(request) ?? provider.DefaultModel);
        hasher.Write(request.Call.Tenant);
        hasher.Write((int)(request.Call.Defaulted & SentDifferently));
        WriteConversation(hasher, request);
        WriteOptions(hasher, request);
        WriteTools(hasher, request);
        WriteExtraFields(hasher, request.ExtraFields);
    }

    /// <summary>The model of the arm that the call is to take.</summary>
    public static string? ModelOf(LLMRequest request) => request.Call.Lanes is [{ Model: { } model }, ..] ? model : request.Model;

    private static void WriteConversation(FormHasher hasher, LLMRequest request)
    {
        hasher.Write((request.SystemMessage is null ? 0 : 1) + (request.Prompt is null ? 0 : 1) + request.Messages.Count);
        WriteText(hasher, LLMRole.System, request.SystemMessage);
        WriteText(hasher, LLMRole.User, request.Prompt);
        for (var i = 0; i < request.Messages.Count; i++)
        {
            MessageForm.Write(hasher, request.Messages[i]);
        }
    }

    private static void WriteText(FormHasher hasher, LLMRole role, string? text)
    {
        if (text is not null)
        {
            MessageForm.WriteText(hasher, role, text);
        }
    }

    private static void WriteOptions(FormHasher hasher, LLMRequest request)
    {
        hasher.Write(request.Temperature);
        hasher.Write((long?)request.MaxTokens);
        hasher.Write(request.TopP);
        hasher.Write(request.Seed);
        hasher.Write(request.ReasoningEffort?.Value);
        hasher.Write(request.EndUserId);
        hasher.Write(request.StopSequences.Count);
        for (var i = 0; i < request.StopSequences.Count; i++)
        {
            hasher.Write(request.StopSequences[i]);
        }

        var format = request.ResponseFormat ?? LLMResponseFormat.Text;
        hasher.Write((int)format.Kind);
        hasher.Write(format.SchemaName);
        hasher.Write(format.Strict);
        JsonForm.Write(hasher, format.Schema);
    }

    private static void WriteTools(FormHasher hasher, LLMRequest request)
    {
        hasher.Write(request.Tools.Count);
        for (var i = 0; i < request.Tools.Count; i++)
        {
            var tool = request.Tools[i];
            hasher.Write(tool.Name);
            hasher.Write(tool.Description);
            JsonForm.Write(hasher, tool.Parameters);
            hasher.Write(tool.Strict);
        }

        hasher.Write(request.ToolChoice?.Mode);
        hasher.Write(request.ToolChoice?.ToolName);
        hasher.Write(request.ParallelToolCalls);
    }

    private static void WriteExtraFields(FormHasher hasher, IReadOnlyDictionary<string, JsonElement> fields)
    {
        hasher.Write(fields.Count);
        if (fields.Count == 0)
        {
            return;
        }

        // A dictionary has no order of its own.
        string[] names = [.. fields.Keys];
        Array.Sort(names, StringComparer.Ordinal);
        foreach (var name in names)
        {
            hasher.Write(name);
            JsonForm.Write(hasher, fields[name]);
        }
    }
}
