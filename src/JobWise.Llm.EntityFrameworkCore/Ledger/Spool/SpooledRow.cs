namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>A record that waits in the spool.</summary>
/// <param name="Id">In the spool.</param>
/// <param name="Row">What is to be written.</param>
internal sealed record SpooledRow(long Id, UsageRow Row);
