namespace JobWise.Llm.Resume;

/// <summary>Every number must be in the source with the same kind, magnitude, unit and bound, and count the same thing.</summary>
internal static class NumberCheck
{
    public static IEnumerable<ResumeFinding> Find(RewriteScope scope, TextFacts proposal) => proposal.Numbers
        .Where(number => !IsSupported(number, scope.Source) && !IsTenure(number, scope, proposal))
        .Select(number => IsYears(number) && scope.TenureYears is { } years
            ? RewriteChecker.Finding(ResumeFindingCodes.Years, number.Raw, $"\"{number.Raw}\" is not in the source, and the dates of the jobs add up to {years} full years.")
            : RewriteChecker.Finding(ResumeFindingCodes.Number, number.Raw, $"The source does not say \"{number.Raw}\" of this."));

    private static bool IsSupported(NumberMention number, TextFacts source) => source.Numbers.Any(other =>
        number.IsSameAs(other) && number.ClaimsNoMoreThan(other) && (!NeedsBinding(number, source) || number.IsBoundAs(other)));

    // One percentage in a bullet cannot be mistaken for another; a count, or one of two percentages, can.
    private static bool NeedsBinding(NumberMention number, TextFacts source) =>
        (number.Kind == NumberKind.Plain && number.TimeUnit is null) || source.Numbers.Count(other => other.Kind == number.Kind) > 1;

    // Length of experience follows from the dates, but only experience as such: "6 years of Kubernetes" does not.
    private static bool IsTenure(NumberMention number, RewriteScope scope, TextFacts proposal) =>
        scope.TenureYears is { } years && IsYears(number) && number.Value <= years && number.Bound is NumberBound.Exact or NumberBound.AtLeast
        && proposal.KnownNames.Count == 0 && proposal.HasStem(WordStems.Of("experience"));

    private static bool IsYears(NumberMention number) => number is { Kind: NumberKind.Plain, TimeUnit: "year" };
}
