namespace JobWise.Llm.Resume;

/// <summary>How many facts were looked up and how many were not found.</summary>
internal sealed record ReportVerificationJson(int CrossReferencesChecked, int MismatchesFound);
