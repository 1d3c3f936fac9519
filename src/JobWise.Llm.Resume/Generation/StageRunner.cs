using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm.Resume;

/// <summary>Runs one stage: asks, takes the time, reports progress.</summary>
internal sealed class StageRunner(ILLMService service, TimeProvider time, IProgress<TailorProgress>? progress)
{
    private readonly long _started = time.GetTimestamp();

    public List<TailorStage> Stages { get; } = [];

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    public async Task<T> RunAsync<T>(LLMRequest request, string message, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        var workflow = request.Workflow!;
        progress?.Report(new() { Workflow = workflow, IsCompleted = false, Message = message, Elapsed = Elapsed });
        var started = time.GetTimestamp();
        var options = new LLMJsonOptions<T> { SchemaName = workflow };
        var answer = await service.GenerateJsonAsync(request, typeInfo, options, cancellationToken).ConfigureAwait(false);
        var stage = StageOf(workflow, answer, time.GetElapsedTime(started));
        Stages.Add(stage);
        progress?.Report(new() { Workflow = workflow, IsCompleted = true, Message = message, Elapsed = Elapsed, Stage = stage });
        return answer.Value;
    }

    private static TailorStage StageOf<T>(string workflow, LLMResponse<T> answer, TimeSpan duration)
    {
        LLMResponse[] billed = [.. answer.Rejected, answer.Response];
        return new()
        {
            Workflow = workflow,
            Provider = answer.Response.Provider,
            Model = answer.Response.Model,
            Usage = LLMUsage.Sum(billed.Select(response => response.Usage)),
            Cost = LLMCost.Sum(billed.Select(response => response.Cost)),
            Duration = duration,
            Repairs = answer.Repairs,
        };
    }
}
