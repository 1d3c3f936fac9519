using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Guesses the tokens of a request before it is sent, and learns from what came back: the prompt by model, the answer by model and workflow.
/// </summary>
internal sealed class TokenEstimates
{
    public const string ErrorMetric = "jobwise.llm.token_estimate.error";

    /// <summary>For an answer without a cap of which nothing is known.</summary>
    public const int UnknownOutput = 1024;

    private const int EnoughAnswers = 8;

    /// <summary>What is named by a caller could be anything, so that what is learned needs an end.</summary>
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<string, PromptEstimate> _prompts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Model, string? Workflow), RecentQuantile> _answers = new();
    private readonly PromptEstimate _untaught = new();
    private readonly Histogram<double> _error;

    public TokenEstimates(PipelineMeter meter) => _error = meter.Meter.CreateHistogram<double>(
        ErrorMetric,
        unit: "1",
        description: "The estimated tokens of a call over those it used; 1 is exact, below 1 was too little.");

    /// <summary>What the request would take.</summary>
    /// <param name="request">Complete, as it will be sent.</param>
    /// <param name="model">The model's id.</param>
    /// <param name="countsOutputCap">Whether the vendor counts the output cap when the request comes; see <see cref="RateLimitVendor.CountsOutputCap"/>.</param>
    public RateLimitAsk Estimate(LLMRequest request, string model, bool countsOutputCap = true) => new()
    {
        PromptTokens = Prompt(PromptSize.Of(request), model),
        OutputTokens = Output(request, model, countsOutputCap),
        Priority = request.Call.Priority,
    };

    /// <summary>What the request will probably take, without margins; no output while too few answers were seen.</summary>
    public (int Prompt, int? Output) Expect(LLMRequest request, string model, int mostOutput)
    {
        var size = PromptSize.Of(request);
        var prompt = (_prompts.TryGetValue(model, out var known) ? known : _untaught).Expect(size);
        if (!_answers.TryGetValue((model, request.Workflow), out var answers))
        {
            return (prompt, null);
        }

        lock (answers)
        {
            return (prompt, answers.Count < EnoughAnswers ? null : Math.Min(answers.Median, mostOutput));
        }
    }

    /// <summary>Learns from an answer, and measures how far the estimate was off. What the provider did not say teaches nothing.</summary>
    public void Learn(LLMRequest request, string model, LLMUsage? usage)
    {
        if (usage is null || usage.IsEstimated)
        {
            return;
        }

        if (usage.PromptTokens is > 0 and var prompt)
        {
            LearnPrompt(request, model, prompt);
        }

        if (usage.CompletionTokens is { } output)
        {
            LearnOutput(request, model, output);
        }
    }

    private int Prompt(in PromptSize size, string model) => _prompts.TryGetValue(model, out var known) ? known.Of(size) : _untaught.Of(size);

    private int Output(LLMRequest request, string model, bool countsOutputCap)
    {
        if (countsOutputCap && request.MaxTokens is { } counted)
        {
            return counted;
        }

        return Learned(model, request.Workflow) is > 0 and var learned ? Math.Min(learned, request.MaxTokens ?? learned) : request.MaxTokens ?? UnknownOutput;
    }

    /// <summary>Zero while too little is known.</summary>
    private int Learned(string model, string? workflow)
    {
        if (!_answers.TryGetValue((model, workflow), out var known))
        {
            return 0;
        }

        lock (known)
        {
            return known.Count < EnoughAnswers ? 0 : Math.Max(1, known.Value);
        }
    }

    private void LearnPrompt(LLMRequest request, string model, int tokens)
    {
        var size = PromptSize.Of(request);
        Measure(Prompt(size, model), tokens, model, request.Workflow, "prompt");
        if (_prompts.TryGetValue(model, out var known) || _prompts.Count < MostKept)
        {
            (known ?? _prompts.GetOrAdd(model, static _ => new PromptEstimate())).Learn(size, tokens);
        }
    }

    private void LearnOutput(LLMRequest request, string model, int tokens)
    {
        if (tokens > 0)
        {
            Measure(Output(request, model, countsOutputCap: false), tokens, model, request.Workflow, "output");
        }

        var key = (model, request.Workflow);
        if (_answers.TryGetValue(key, out var known) || _answers.Count < MostKept)
        {
            known ??= _answers.GetOrAdd(key, static _ => new RecentQuantile(0.95));
            lock (known)
            {
                known.Add(tokens);
            }
        }
    }

    private void Measure(int estimated, int used, string model, string? workflow, string kind)
    {
        if (_error.Enabled)
        {
            _error.Record((double)estimated / used, new TagList { { "model", model }, { "workflow", workflow }, { "kind", kind } });
        }
    }
}
