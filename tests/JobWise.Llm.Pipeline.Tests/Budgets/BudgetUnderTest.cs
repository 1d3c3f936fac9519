using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>A pipeline with budgets, over a model whose price is known, and the figures around them.</summary>
internal sealed class BudgetUnderTest : IAsyncDisposable
{
    public const string Model = "openai/gpt-oss-20b";

    /// <summary>A request of so few bytes that its bound is 10 prompt tokens and 90 for the answer.</summary>
    public static readonly LLMRequest Request = LLMRequest.FromPrompt("Hello.") with { Model = Model, MaxTokens = 90 };

    private BudgetUnderTest(PipelineUnderTest pipeline) => Pipeline = pipeline;

    public PipelineUnderTest Pipeline { get; }

    public ILLMService Service => Pipeline.Service;

    public FakeProvider Provider => Pipeline.Provider;

    public RecordingLogger Log { get; private init; } = null!; // Set by Create.

    public Heard Heard { get; private init; } = null!; // Set by Create.

    public static BudgetUnderTest Create(params LLMBudgetOptions[] budgets) => Create(_ => { }, budgets);

    public static BudgetUnderTest Create(Action<LLMPipelineOptions> configure, params LLMBudgetOptions[] budgets)
    {
        var (log, heard) = (new RecordingLogger(), new Heard());
        var pipeline = PipelineUnderTest.Create(
            options =>
            {
                foreach (var budget in budgets)
                {
                    options.Budgets.Add(budget);
                }

                configure(options);
            },
            builder => builder.Services.AddSingleton<ILLMBudgetListener>(heard).AddLogging(logging => logging.Services.AddSingleton<ILoggerProvider>(log)),
            chance: 0);
        pipeline.Provider.Answer = (_, _) => Task.FromResult(Answer(8, 20));
        return new BudgetUnderTest(pipeline) { Log = log, Heard = heard };
    }

    /// <summary>A limit in tokens, unless dollars are given.</summary>
    public static LLMBudgetOptions Budget(
        long? tokens = null,
        decimal? usd = null,
        LLMBudgetScope scope = LLMBudgetScope.All,
        LLMBudgetPeriod period = LLMBudgetPeriod.Month,
        LLMBudgetKind kind = LLMBudgetKind.Hard,
        string name = "b",
        string? tagKey = null,
        string? value = null) =>
        new() { Name = name, Tokens = tokens, Usd = usd, Scope = scope, Period = period, Kind = kind, TagKey = tagKey, Value = value };

    public static LLMResponse Answer(int prompt, int completion) => Some.Response(Model) with
    {
        Usage = new LLMUsage { PromptTokens = prompt, CompletionTokens = completion, TotalTokens = prompt + completion },
    };

    public static async IAsyncEnumerable<LLMStreamUpdate> Stream(Task? until = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return LLMStreamUpdate.ForText("Hel");
        await (until ?? Task.CompletedTask).WaitAsync(cancellationToken);
        yield return LLMStreamUpdate.ForCompleted(Answer(8, 20));
    }

    public Task<LLMBudgetStatus> StatusAsync(string? value = null, string name = "b") =>
        Pipeline.Services.GetRequiredService<ILLMBudgets>().GetStatusAsync(name, value).AsTask();

    /// <summary>Tokens spent, the estimated part of them, and tokens reserved.</summary>
    public async Task<(long Spent, long Estimated, long Reserved)> TokensAsync(string? value = null)
    {
        var status = await StatusAsync(value);
        return (status.SpentTokens, status.EstimatedTokens, status.ReservedTokens);
    }

    public decimal Price(int prompt, int completion) => Pipeline.Services.GetRequiredService<LLMPriceBook>()
        .Estimate("groq", Model, prompt, completion, DateOnly.FromDateTime(Pipeline.Time.GetUtcNow().UtcDateTime)).Usd!.Value;

    public async Task PassAsync(TimeSpan wait)
    {
        await Pipeline.Time.WaitForTimerAsync(wait);
        Pipeline.Time.Advance(wait);
    }

    public ValueTask DisposeAsync() => Pipeline.DisposeAsync();
}
