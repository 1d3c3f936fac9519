namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>A process that writes to the ledger. It says now and then that it lives, and takes its row away when it ends.</summary>
internal sealed class WriterRow
{
    public Guid WriterId { get; set; }

    /// <summary>Milliseconds since 1970 in UTC.</summary>
    public long SeenAt { get; set; }
}
