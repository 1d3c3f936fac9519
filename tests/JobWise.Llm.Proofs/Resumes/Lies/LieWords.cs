namespace JobWise.Llm.Proofs.Resumes.Lies;

/// <summary>Invented names that no profile and no posting holds.</summary>
internal static class LieWords
{
    public const string Company = "Zorblax Industries";
    public const string Title = "Chief Quandary Officer";
    public const string School = "Wexlow University";
    public const string Tool = "FluxKraken";
    public const string Award = "Golden Pinwheel Award";
    public const string Date = "13/1987";

    public static IReadOnlyList<string> All { get; } = [Company, "Zorblax", Title, School, "Wexlow", Tool, Award, Date, "1987", "42 years"];
}
