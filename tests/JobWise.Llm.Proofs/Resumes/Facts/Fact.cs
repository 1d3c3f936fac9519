namespace JobWise.Llm.Proofs.Resumes.Facts;

/// <summary>One thing a resume states, tied to what it is stated of: a title at another company is another fact.</summary>
/// <param name="Kind">Such as "Experience title".</param>
/// <param name="Owner">The entry or group it belongs to.</param>
/// <param name="Value">What is stated.</param>
internal sealed record Fact(string Kind, string Owner, string Value)
{
    public override string ToString() => Owner.Length == 0 ? $"{Kind} '{Value}'" : $"{Kind} '{Value}' of '{Owner}'";
}
