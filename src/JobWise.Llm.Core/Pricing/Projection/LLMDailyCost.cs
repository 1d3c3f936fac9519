using System.Runtime.InteropServices;

namespace JobWise.Llm;

/// <summary>What was spent on one day.</summary>
/// <remarks>Comes from wherever usage is kept; several for one day are added up.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LLMDailyCost
{
    /// <summary>The day, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>US dollars; what is unknown is not in it.</summary>
    public required decimal Usd { get; init; }
}
