using System.Collections.Concurrent;
using JobWise.Llm.Resume;
using Spectre.Console;

namespace JobWise.Llm.Samples.Run;

/// <summary>One bar per stage: moving while it is at work, full when it has ended.</summary>
internal sealed class StageBars(ProgressContext context) : IProgress<TailorProgress>
{
    private readonly ConcurrentDictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

    public void Report(TailorProgress value)
    {
        var bar = _bars.GetOrAdd(value.Workflow, _ => context.AddTask(Markup.Escape(value.Message)).IsIndeterminate());
        if (!value.IsCompleted)
            return;
        bar.IsIndeterminate = false;
        bar.Value = bar.MaxValue;
        bar.StopTask();
    }
}
