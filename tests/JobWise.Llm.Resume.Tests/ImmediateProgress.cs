namespace JobWise.Llm.Resume;

/// <summary>Reports in order and at once, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class ImmediateProgress(Action<TailorProgress> report) : IProgress<TailorProgress>
{
    public void Report(TailorProgress value) => report(value);
}
