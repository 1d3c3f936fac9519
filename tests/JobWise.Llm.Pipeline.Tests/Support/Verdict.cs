namespace JobWise.Llm.Pipeline.Tests;

/// <summary>A typed answer.</summary>
internal sealed class Verdict
{
    public required int Score { get; set; }
}
