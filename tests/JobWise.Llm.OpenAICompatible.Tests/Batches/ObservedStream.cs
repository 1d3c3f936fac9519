namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

/// <summary>Tells how much is written at once.</summary>
internal sealed class ObservedStream(Action<int> written) : MemoryStream
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        written(buffer.Length);
        return ValueTask.CompletedTask;
    }
}
