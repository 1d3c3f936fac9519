using JobWise.Llm.Proofs.Resumes.Facts;
using JobWise.Llm.Proofs.Resumes.Rendered;
using JobWise.Llm.Proofs.Running;

namespace JobWise.Llm.Proofs.Resumes;

/// <summary>The main job invents nothing, loses nothing and tailors, whatever the model answers.</summary>
internal sealed class ResumesProof : IProof
{
    private const int PostingsPerResume = 3;
    private const int QuickResumes = 8;

    public string Name => "resumes";

    public string Claim => "The main job states every fact of the profile and no other, with an honest model and with one that lies.";

    public string Control => $"the dates of one job on one Markdown page are replaced by '{PlantedFact.Dates}' before the checker reads it";

    public IReadOnlyList<ProofTarget> Targets(bool isQuick) =>
    [
        ProofTarget.Exactly("runs", Files(isQuick).Count * PostingsPerResume),
        ProofTarget.Exactly("failed", 0),
        ProofTarget.Exactly("foreign_facts", 0) with { IsMissedByControl = true },
        ProofTarget.Exactly("lost_facts", 0) with { IsMissedByControl = true },
        ProofTarget.Exactly("identical_outputs", 0),
        ProofTarget.Exactly("unsupported_skills", 0),
    ];

    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken)
    {
        var honest = await RunAsync(run, _ => ScriptedModels.Extractive(), run.IsControl, cancellationToken);
        var lying = await RunAsync(run, ScriptedModels.Lying, plant: false, cancellationToken);
        List<ResumeRow> all = [.. honest, .. lying];
        return new ProofResult
        {
            Tables = [Table("extractive", honest), Table("lying", lying)],
            Figures =
            [
                // Per model; the sums below are over both.
                new("runs", Math.Min(honest.Sum(row => row.Runs.Count), lying.Sum(row => row.Runs.Count))),
                new("failed", all.Sum(row => row.Failed)),
                new("foreign_facts", all.Sum(row => row.Foreign)),
                new("lost_facts", all.Sum(row => row.Lost)),
                new("identical_outputs", all.Sum(row => row.Identical)),
                new("unsupported_skills", all.Sum(row => row.UnsupportedSkills)),
            ],
            Findings = [.. honest.SelectMany(row => row.Findings("extractive")), .. lying.SelectMany(row => row.Findings("lying"))],
        };
    }

    private static IReadOnlyList<string> Files(bool isQuick) =>
        isQuick ? [.. SampleData.Resumes.Where((_, index) => index % (SampleData.Resumes.Count / QuickResumes) == 0)] : SampleData.Resumes;

    private static ProofTable Table(string model, IReadOnlyList<ResumeRow> rows) => new(
        $"{model} model: N = {rows.Sum(row => row.Runs.Count)} runs, {rows.Sum(row => row.Pairs)} pairs of pages compared",
        ResumeRow.Columns,
        [.. rows.Select(row => row.ToProofRow()), new ProofRow("pairs of pages", rows.Sum(row => row.Pairs), ResumeRow.Columns.Select(_ => "").ToList())]);

    private static async Task<List<ResumeRow>> RunAsync(
        ProofRun run,
        Func<int, ScriptedModel> model,
        bool plant,
        CancellationToken cancellationToken)
    {
        var rows = new List<ResumeRow>();
        foreach (var (file, index) in Files(run.IsQuick).Select((file, index) => (file, index)))
        {
            var runs = new List<ResumeRun>();
            foreach (var posting in Postings(index + run.Seed))
            {
                var planted = plant && index == run.Seed % QuickResumes && runs.Count == 0;
                runs.Add(await RunAsync(file, posting, model(run.Seed + index), planted, cancellationToken));
            }

            rows.Add(new ResumeRow(Path.GetFileNameWithoutExtension(file), runs));
        }

        return rows;
    }

    // A third of the list apart, so that one resume meets different professions and all postings have their turn.
    private static IEnumerable<string> Postings(int start) => Enumerable.Range(0, PostingsPerResume)
        .Select(step => SampleData.Postings[(start + (step * SampleData.Postings.Count / PostingsPerResume)) % SampleData.Postings.Count]);

    private static async Task<ResumeRun> RunAsync(
        string profile,
        string posting,
        ScriptedModel model,
        bool plant,
        CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(posting);
        try
        {
            var output = await MainJob.RunAsync(profile, posting, model.Add, cancellationToken);
            var truth = TruthReader.Read(await File.ReadAllTextAsync(profile, cancellationToken));
            var markdown = plant ? PlantedFact.Plant(output.Markdown) : output.Markdown;
            var checks = new[] { MarkdownBlocks.Read(markdown), HtmlBlocks.Read(output.Html) }
                .Select(blocks => ResumeCheck.Of(truth, PageReader.Read(blocks), model.Lies())).ToList();
            return new ResumeRun
            {
                Posting = name,
                Output = output,
                Facts = checks.Sum(check => check.Facts),
                Foreign = [.. checks.SelectMany(check => check.Foreign)],
                Lost = [.. checks.SelectMany(check => check.Lost)],
                UnsupportedSkills = [.. checks.SelectMany(check => check.UnsupportedSkills)],
            };
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // A failed run is a figure of this proof, whatever threw; the other runs still count.
            return new ResumeRun { Posting = name, Failure = $"{ex.GetType().Name}: {ex.Message}" };
        }
    }
}
