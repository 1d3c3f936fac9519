namespace JobWise.Llm.LiveTests.Models;

/// <summary>The models that a run calls.</summary>
internal static class ChatModels
{
    private static readonly LLMModelCatalog Catalog = new();

    /// <summary>Every model of a vendor that can chat and is not retired today.</summary>
    public static TheoryData<string> Of(string provider) => [.. On(provider, Today).Select(model => model.Id)];

    public static IEnumerable<LLMModel> On(string provider, DateOnly day) => Catalog.ModelsOf(provider)
        .Where(model => model.Can(LLMModelCapability.Chat) && !model.IsRetiredOn(day));

    /// <summary>The least thinking that the model takes, so that a small cap leaves room for the answer; null where it takes no such word.</summary>
    public static LLMReasoningEffort? LeastEffort(string provider, string id) => Catalog.Find(provider, id)?.Can(LLMModelCapability.Reasoning) != true
        ? null
        : id.StartsWith("qwen/", StringComparison.Ordinal) ? LLMReasoningEffort.None : LLMReasoningEffort.Low;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
