using System.Text.Json.Nodes;

namespace JobWise.Llm.Resume;

/// <summary>A mock that names the posting's words as keywords and repeats every selected bullet as it is.</summary>
internal static class VerbatimModel
{
    public static MockLLMService Create() => Scripted(bullet => bullet, sentence => sentence);

    /// <summary>The same, with each text changed.</summary>
    public static MockLLMService Scripted(Func<string, string> bullet, Func<string, string> sentence) => new MockLLMService()
        .Answer(request => request.Workflow == LLMWorkflows.AnalysisMatching, request => Stage1(request))
        .Answer(request => request.Workflow == LLMWorkflows.GenerationValidation, request => Stage2(request, bullet, sentence));

    public static string Stage1(LLMRequest request)
    {
        var posting = ResumePromptReader.Read(request, ResumePromptSlots.Posting)!;
        var words = posting.Split([' ', '\n', ',', '.', ';', '(', ')', '*', '#', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 5).Distinct(StringComparer.OrdinalIgnoreCase).Take(25);
        return new JsonObject { ["job_requirements"] = new JsonObject { ["keywords"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) } }.ToJsonString();
    }

    private static string Stage2(LLMRequest request, Func<string, string> bullet, Func<string, string> sentence)
    {
        var profile = JsonNode.Parse(ResumePromptReader.Read(request, ResumePromptSlots.Profile)!)!;
        var selection = JsonNode.Parse(ResumePromptReader.Read(request, ResumePromptSlots.Selection)!)!;
        var texts = new[] { "work", "projects", "volunteer" }
            .SelectMany(section => profile[section]?.AsArray() ?? [])
            .SelectMany(entry => entry!["bullets"]?.AsArray() ?? [])
            .ToDictionary(text => (string)text!["id"]!, text => (string)text!["text"]!);
        var chosen = (selection["entries"]?.AsArray() ?? []).SelectMany(entry => entry!["bullets"]!.AsArray()).Select(item => (string)item!["id"]!);
        var summary = (profile["summary"]?.AsArray() ?? []).Take(2).Select(text => Text((string)text!["id"]!, sentence((string)text["text"]!)));
        return new JsonObject
        {
            ["summary"] = new JsonArray([.. summary]),
            ["bullets"] = new JsonArray([.. chosen.Select(id => Text(id, bullet(texts[id])))]),
        }.ToJsonString();
    }

    private static JsonObject Text(string id, string text) => new JsonObject { ["source_ids"] = new JsonArray(id), ["text"] = text };
}
