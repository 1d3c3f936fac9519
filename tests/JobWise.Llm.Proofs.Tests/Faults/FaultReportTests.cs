using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Running;

namespace JobWise.Llm.Proofs.Faults;

public sealed class FaultReportTests
{
    private static readonly FaultVerdict Raw = FaultVerdict.Wrong("raw") with { IsRaw = true };
    private static readonly FaultVerdict Cut = FaultVerdict.Wrong("cut") with { IsTruncated = true };
    private static readonly FaultVerdict Led = FaultVerdict.Wrong("led") with { ForeignBytes = 7, IsHang = true };

    [Fact]
    public void OfControls_each_failing_in_its_own_way_passes() => Assert.Empty(Judge([Raw, Cut], [Cut, Led]));

    [Fact]
    public void OfControls_one_that_is_clean_fails_though_the_other_is_not() => Assert.Equal(
        ["OpenAI package: not clean", "OpenAI package: raw", "OpenAI package: truncated"],
        Judge([FaultVerdict.Clean], [Raw, Cut, Led]));

    [Fact]
    public void OfControls_missing_one_of_its_own_ways_fails_though_the_other_shows_it()
    {
        Assert.Equal(["OpenAI package: raw"], Judge([Cut, Led], [Raw, Cut, Led]));
        Assert.Equal(["OpenAI package: truncated"], Judge([Raw, Led], [Raw, Cut, Led]));
        Assert.Equal(["naive reader: truncated"], Judge([Raw, Cut, Led], [Raw, Led]));
        Assert.Equal(["naive reader: foreign bytes"], Judge([Raw, Cut, Led], [Raw, Cut]));
    }

    [Fact]
    public void Of_keeps_the_last_line()
    {
        var result = FaultReport.Of([Result("groq", FaultVerdict.Clean)], [Result("groq", Led)], repeated: 0);

        Assert.Equal("tried=2 clean=1 raw=0 hangs=1 truncated=0 foreign_bytes=7", string.Join(' ', result.Figures));
    }

    [Fact]
    public void Of_times_are_shown_by_phase()
    {
        var times = FaultVerdict.Clean with { Times = [.. Enumerable.Range(1, 200).Select(at => TimeSpan.FromMilliseconds(at))] };

        var result = FaultReport.Of([], [Result("groq", times)], repeated: 0);

        Assert.Contains("unary  200    100.0      198.0   200.0", result.Tables.SelectMany(table => table.Lines()));
    }

    // Rows tried 0 times are what a control did not show.
    private static IEnumerable<string> Judge(IReadOnlyList<FaultVerdict> package, IReadOnlyList<FaultVerdict> reader)
    {
        var right = Enumerable.Repeat(Result(NaiveReaderSubject.ClientName, FaultVerdict.Clean), 2000);
        var results = package.Select(verdict => Result(OpenAIPackageSubject.ClientName, verdict))
            .Concat(reader.Select(verdict => Result(NaiveReaderSubject.ClientName, verdict)));
        var verdict = ProofVerdict.Judge(new FaultsProof().Targets(isQuick: true), FaultReport.OfControls([.. results, .. right]), isControl: true);
        return verdict.Reasons.Select(reason => reason.Replace("row ", "", StringComparison.Ordinal).Replace(" was tried 0 times", "", StringComparison.Ordinal));
    }

    private static FaultResult Result(string subject, FaultVerdict verdict) => new("fault", [1], subject, "unary", verdict);
}
