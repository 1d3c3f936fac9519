namespace JobWise.Llm.Wire;

/// <summary>Plans and writes the items of a batch, one at a time, into a spool; the vendor's rules are checked on the way.</summary>
/// <param name="plan">The same as for single calls.</param>
internal sealed class BatchWriter(Func<LLMRequest, MessagesPlan> plan)
{
    private static readonly byte[] Start = "{\"requests\":["u8.ToArray();
    private static readonly byte[] Comma = ","u8.ToArray();
    private static readonly byte[] End = "]}"u8.ToArray();
    private readonly RequestBody<BatchItem> _item = new(BatchItem.Write);

    /// <returns>What was not planned as asked.</returns>
    public async Task<IReadOnlyList<LLMBatchWarning>> WriteAsync(
        IAsyncEnumerable<LLMBatchItem> items, BatchSpool spool, BatchChecker checker, CancellationToken cancellationToken)
    {
        var warnings = new BatchWarnings();
        var separator = Start;
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            checker.TakeId(item);
            using var buffer = Write(item, warnings);
            checker.TakeSize(item.CustomId, spool.Length + separator.Length + buffer.WrittenMemory.Length + End.Length);
            await spool.WriteAsync(separator, cancellationToken).ConfigureAwait(false);
            await spool.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
            separator = Comma;
        }

        checker.Finish();
        await spool.WriteAsync(End, cancellationToken).ConfigureAwait(false);
        return warnings.All;
    }

    private PooledBufferWriter Write(LLMBatchItem item, BatchWarnings warnings)
    {
        try
        {
            var planned = plan(item.Request);
            warnings.Add(item.CustomId, planned.Warnings);
            return _item.Write(new BatchItem(item.CustomId, planned));
        }
        catch (LLMInvalidRequestException error)
        {
            throw BatchChecker.Named(error, item.CustomId);
        }
    }
}
