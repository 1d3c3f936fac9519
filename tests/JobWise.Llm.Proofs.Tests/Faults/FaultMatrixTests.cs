using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;

namespace JobWise.Llm.Proofs.Faults;

public sealed class FaultMatrixTests
{
    private static readonly string[] Some = ["redirect-307", "stream-ends-by-last-chunk", "html-page", "reset-once-then-right", "error-quota", "finish-length-typed", "status-400"];

    [Fact]
    public async Task RunAsync_some_cases_of_a_provider_are_clean()
    {
        var results = await RunAsync(FaultSubjects.OpenAICompatible);

        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.Equal([], result.Verdict.Reasons));
    }

    [Fact]
    public async Task RunAsync_the_naive_reader_cuts_answers_and_follows_redirects()
    {
        var results = await RunAsync(new NaiveReaderSubject());

        Assert.True(results.Single(result => result.Fault == "stream-ends-by-last-chunk").Verdict.IsTruncated);
        Assert.All(results.Where(result => result.Fault == "redirect-307"), result => Assert.True(result.Verdict.ForeignBytes > 0));
    }

    private static async Task<IReadOnlyList<FaultResult>> RunAsync(IFaultSubject subject)
    {
        using var lag = new LagProbe();
        var cases = FaultMatrix.Cases([subject], isQuick: true).Where(test => Some.Contains(test.Fault.Id)).ToList();
        return await FaultMatrix.RunAsync(cases, new FaultBench(lag), CancellationToken.None);
    }
}
