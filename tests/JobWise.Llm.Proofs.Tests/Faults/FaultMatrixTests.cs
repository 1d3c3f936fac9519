using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>Real ports, but no time that could be tight: the deadline of everything is <see cref="Ample"/>, and no case waits for it.</summary>
[Collection(RealPorts.Name)]
public sealed class FaultMatrixTests
{
    private static readonly string[] Some = ["redirect-307", "stream-ends-by-last-chunk", "html-page", "quota-402", "finish-length-typed", "status-400"];
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(60);

    // The one that follows a redirect waits for an answer that never comes.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task RunAsync_some_cases_of_a_provider_are_clean()
    {
        var results = await RunAsync(FaultSubjects.OpenAICompatible.With(Ample), Some);

        Assert.Equal(Some.Order(), results.Select(result => result.Fault).Distinct().Order());
        Assert.All(results, result => Assert.Equal([], result.Verdict.Reasons));
    }

    [Fact]
    public async Task RunAsync_the_naive_reader_cuts_answers_and_follows_redirects()
    {
        var results = await RunAsync(new NaiveReaderSubject(Enough), "redirect-307", "stream-ends-by-last-chunk");

        Assert.True(results.Single(result => result.Fault == "stream-ends-by-last-chunk").Verdict.IsTruncated);
        Assert.All(results.Where(result => result.Fault == "redirect-307"), result => Assert.True(result.Verdict.ForeignBytes > 0));
    }

    private static async Task<IReadOnlyList<FaultResult>> RunAsync(IFaultSubject subject, params IReadOnlyList<string> faults)
    {
        using var lag = new LagProbe();
        var cases = FaultMatrix.Cases([subject], isQuick: true).Where(test => faults.Contains(test.Fault.Id)).ToList();
        return await FaultMatrix.RunAsync(cases, new FaultBench(lag) { Deadline = Ample }, CancellationToken.None);
    }
}
