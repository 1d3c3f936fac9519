using System.Globalization;
using JobWise.Llm.Proofs.Running;

namespace JobWise.Llm.Proofs.Resumes;

/// <summary>The runs of one resume with one model.</summary>
/// <param name="Id">The resume's file name.</param>
/// <param name="Runs">One per posting.</param>
internal sealed record ResumeRow(string Id, IReadOnlyList<ResumeRun> Runs)
{
    public static IReadOnlyList<string> Columns { get; } =
        ["failed", "rephrased", "refused", "facts", "foreign", "lost", "pairs", "identical", "unsupported", "postings"];

    public int Failed => Runs.Count(run => run.Failure is not null);

    public int Foreign => Runs.Sum(run => run.Foreign.Count);

    public int Lost => Runs.Sum(run => run.Lost.Count);

    public int UnsupportedSkills => Runs.Sum(run => run.UnsupportedSkills.Count);

    /// <summary>Pairs of postings that share different keywords with the profile.</summary>
    public int Pairs => DifferentPairs().Count();

    /// <summary>Those of the pairs whose pages are the same.</summary>
    public int Identical => DifferentPairs().Count(pair => pair.A.Markdown == pair.B.Markdown || pair.A.Html == pair.B.Html);

    public IEnumerable<string> Findings(string model) => Runs.SelectMany(run => new[]
        {
            (Kind: "failed", Texts: new[] { run.Failure }.OfType<string>()),
            (Kind: "foreign", Texts: run.Foreign),
            (Kind: "lost", Texts: run.Lost),
            (Kind: "unsupported skill", Texts: run.UnsupportedSkills),
        }
        .SelectMany(entry => entry.Texts.Select(text => $"{model}, {Id}, {run.Posting}: {entry.Kind}: {text}")));

    public ProofRow ToProofRow() => new(Id, Runs.Count,
    [
        .. new[] { Failed, Runs.Sum(run => run.Output?.Rephrased ?? 0), Runs.Sum(run => run.Output?.Refused ?? 0), Runs.Sum(run => run.Facts), Foreign, Lost, Pairs, Identical, UnsupportedSkills }
            .Select(figure => figure.ToString(CultureInfo.InvariantCulture)),
        string.Join(", ", Runs.Select(run => run.Posting)),
    ]);

    private IEnumerable<(MainJobOutput A, MainJobOutput B)> DifferentPairs()
    {
        var outputs = Runs.Select(run => run.Output).OfType<MainJobOutput>().ToList();
        return outputs.SelectMany((a, index) => outputs.Skip(index + 1).Select(b => (a, b)))
            .Where(pair => pair.a.MatchedKeywords != pair.b.MatchedKeywords);
    }
}
