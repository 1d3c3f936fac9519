namespace JobWise.Llm.Resume;

/// <summary>The words of the report for our enumerations.</summary>
internal static class ReportNames
{
    public static string Of(TextOutcome outcome) => outcome switch
    {
        TextOutcome.Kept => "kept",
        TextOutcome.Rephrased => "rephrased",
        TextOutcome.Restored => "restored",
        _ => "left_out",
    };

    public static string Of(JobKeywordKind kind) => kind switch
    {
        JobKeywordKind.Required => "required",
        JobKeywordKind.Preferred => "preferred",
        JobKeywordKind.Soft => "soft",
        _ => "topic",
    };
}
