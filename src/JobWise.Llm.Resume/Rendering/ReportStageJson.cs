namespace JobWise.Llm.Resume;

/// <summary>One stage of the report.</summary>
internal sealed record ReportStageJson(
    string Workflow, string Provider, string Model, int? PromptTokens, int? CompletionTokens, int? CachedTokens, decimal? CostUsd, double Seconds, IReadOnlyList<string> Repairs)
{
    public static ReportStageJson Of(TailorStage stage) => new(
        stage.Workflow,
        stage.Provider,
        stage.Model,
        stage.Usage?.PromptTokens,
        stage.Usage?.CompletionTokens,
        stage.Usage?.CachedTokens,
        stage.Cost?.Usd,
        Math.Round(stage.Duration.TotalSeconds, 3),
        stage.Repairs);
}
