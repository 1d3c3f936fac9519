namespace JobWise.Llm.Wire;

/// <summary>Plans and writes the items of a batch, one at a time, into a spool; the vendor's rules are checked on the way.</summary>
/// <param name="provider">Names the default model.</param>
/// <param name="planner">The same as for single calls.</param>
/// <param name="chat">Writes the body of each.</param>
internal sealed class BatchFileWriter(ProviderInstance provider, RequestPlanner planner, ChatRequestWriter chat)
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();
    private readonly RequestBody<BatchLine> _line = new((writer, line) => BatchLine.Write(writer, line, chat));

    /// <returns>What was not planned as asked.</returns>
    public async Task<IReadOnlyList<LLMBatchWarning>> WriteAsync(
        IAsyncEnumerable<LLMBatchItem> items, BatchSpool spool, BatchChecker checker, CancellationToken cancellationToken)
    {
        var options = provider.Options();
        var warnings = new BatchWarnings();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            checker.TakeId(item);
            var line = PlanLine(item, options);
            checker.TakeModel(item.CustomId, line.Plan.Model);
            warnings.Add(item.CustomId, line.Plan.Warnings);
            using var buffer = WriteLine(line);
            checker.TakeSize(item.CustomId, spool.Length + buffer.WrittenMemory.Length + LineEnd.Length);
            await spool.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
            await spool.WriteAsync(LineEnd, cancellationToken).ConfigureAwait(false);
        }

        checker.Finish();
        return warnings.All;
    }

    private BatchLine PlanLine(LLMBatchItem item, LLMProviderOptions options)
    {
        try
        {
            return new BatchLine(item.CustomId, planner.Plan(item.Request, provider.ModelOf(item.Request, options), stream: false));
        }
        catch (LLMInvalidRequestException error)
        {
            throw BatchChecker.Named(error, item.CustomId);
        }
    }

    private PooledBufferWriter WriteLine(BatchLine line)
    {
        try
        {
            return _line.Write(line);
        }
        catch (LLMInvalidRequestException error)
        {
            throw BatchChecker.Named(error, line.CustomId);
        }
    }
}
