namespace JobWise.Llm.Pipeline;

/// <summary>The call ended while it waited for the ledger, before anything was sent; whatever hung, it was not the provider.</summary>
internal sealed class LedgerWaitCanceledException(CancellationToken token)
    : OperationCanceledException("The call ended while its intent was being written to the usage ledger; nothing was sent.", token);
