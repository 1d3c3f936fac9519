using System.Globalization;
using System.Text;

namespace JobWise.Llm.Tests;

/// <summary>Writes the tables of <c>docs/costs.md</c> that are made from the price book.</summary>
internal sealed class CostTables(LLMPriceBook book, LLMModelCatalog catalog)
{
    public const string Begin = "<!-- Made from the price book; run the tests with ACCEPT_COSTS=1 to write it anew. -->";
    public const string End = "<!-- The end of what is made from the price book. -->";

    private const int Prompt = 1_500;
    private const int Cached = 600;
    private const int Output = 1_000;

    private static readonly string[] Vendors = ["groq", "openai", "anthropic"];

    /// <summary>The output caps of the resume workflows, and whether the small model does the work.</summary>
    private static readonly (string Name, int Cap, bool IsSmall)[] Workflows =
    [
        ("analysis_matching", 2_500, true),
        ("generation_validation", 2_500, false),
        ("writing_style_extraction", 1_500, true),
        ("profile_enhancement", 2_000, false),
        ("content_ranking", 2_500, true),
        ("cover_letter_generation", 3_000, false),
    ];

    public string Write() => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"Prices of {book.DataDate.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, in US dollars.\n\n")
        .Append("**A thousand calls** of 1,500 tokens in and 1,000 out, the size of one stage of a resume, with every chat model that works:\n\n")
        .Append("| Vendor | Model | Plain | 600 tokens cached | Batch |\n|---|---|---|---|---|\n")
        .AppendJoin("", Models().Select(ModelRow))
        .Append("\n**A thousand resumes**: stage 1 by the vendor's small model, stage 2 by its default:\n\n")
        .Append("| Vendor | Models | Plain | 600 tokens cached per stage | Batch |\n|---|---|---|---|---|\n")
        .AppendJoin("", Vendors.Select(ResumeRow))
        .Append("\n**A thousand calls of each workflow** at the most: 1,500 tokens in, and all output that its cap allows. The batch price is behind the stroke:\n\n")
        .Append("| Workflow | Output cap | Groq | OpenAI | Anthropic |\n|---|---|---|---|---|\n")
        .AppendJoin("", Workflows.Select(workflow => WorkflowRow(workflow.Name, workflow.Cap, workflow.IsSmall)))
        .ToString();

    private IEnumerable<LLMModel> Models() => catalog.All.Where(model => model.Can(LLMModelCapability.Chat) && !model.IsRetiredOn(book.DataDate));

    private string ModelRow(LLMModel model) =>
        $"| {model.Provider} | {model.Id} | {Money(Of(model.Provider, model.Id))} | {Money(Of(model.Provider, model.Id, cached: Cached))} | {Money(Of(model.Provider, model.Id, isBatch: true))} |\n";

    private string ResumeRow(string vendor)
    {
        var (small, strong) = (catalog.SmallModel(vendor)!, catalog.DefaultModel(vendor)!);
        return $"| {vendor} | {small}, {strong} | {Money(Of(vendor, small) + Of(vendor, strong))} "
            + $"| {Money(Of(vendor, small, cached: Cached) + Of(vendor, strong, cached: Cached))} "
            + $"| {Money(Of(vendor, small, isBatch: true) + Of(vendor, strong, isBatch: true))} |\n";
    }

    private string WorkflowRow(string name, int cap, bool isSmall)
    {
        var cells = Vendors.Select(vendor => (Vendor: vendor, Model: (isSmall ? catalog.SmallModel(vendor) : catalog.DefaultModel(vendor))!))
            .Select(lane => $"{Money(Of(lane.Vendor, lane.Model, cap))} / {Money(Of(lane.Vendor, lane.Model, cap, isBatch: true))}");
        return $"| {name} | {cap.ToString("N0", CultureInfo.InvariantCulture)} | {string.Join(" | ", cells)} |\n";
    }

    /// <summary>Null where it is not known.</summary>
    private decimal? Of(string vendor, string model, int output = Output, int? cached = null, bool isBatch = false) => 1_000 * book.Price(new LLMPricedCall
    {
        Provider = vendor,
        Model = model,
        Day = book.DataDate,
        IsBatch = isBatch,
        Usage = new LLMUsage { PromptTokens = Prompt, CompletionTokens = output, CachedTokens = cached },
    }).Usd;

    private static string Money(decimal? usd) => usd?.ToString("0.00##", CultureInfo.InvariantCulture) ?? "unknown";
}
