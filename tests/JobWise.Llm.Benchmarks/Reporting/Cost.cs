namespace JobWise.Llm.Benchmarks.Reporting;

/// <summary>What one benchmark cost.</summary>
/// <param name="Time">The median, in nanoseconds.</param>
/// <param name="Bytes">Allocated for one operation.</param>
internal sealed record Cost(double Time, double Bytes);
