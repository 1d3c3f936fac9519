namespace JobWise.Llm.Resume;

/// <summary>
/// Tailors a resume to a job in two calls of a model. The model ranks and rewords; code copies every fact, checks every word against the
/// cited source and prints the source where a check fails. Safe for concurrent use.
/// </summary>
public sealed class ResumeTailor
{
    private readonly ILLMService _service;
    private readonly TimeProvider _time;

    /// <summary>Makes a tailor. With dependency injection use <c>AddJobWiseResume()</c>.</summary>
    /// <param name="service">A provider or a pipeline. Model, temperature and output cap come from the two workflows' settings.</param>
    /// <param name="timeProvider">Tells today's date, for jobs that have not ended, and takes the times of the report.</param>
    public ResumeTailor(ILLMService service, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(timeProvider);
        _service = service;
        _time = timeProvider;
    }

    /// <summary>Runs both stages and builds the resume.</summary>
    /// <param name="request">The profile and the job.</param>
    /// <param name="progress">Told when a stage begins and ends.</param>
    /// <param name="cancellationToken">Ends the work; no call is made after it.</param>
    /// <exception cref="LLMServiceException">A call failed, or its answer could not be read even after a re-ask.</exception>
    public async Task<TailoredResume> TailorAsync(
        TailorRequest request, IProgress<TailorProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var runner = new StageRunner(_service, _time, progress);
        var profile = new ProfileIndex(request.Profile);
        var found = await runner
            .RunAsync(Stage1Prompt.Build(request), "Matching the profile with the posting", ResumeJsonContext.Default.Stage1Answer, cancellationToken)
            .ConfigureAwait(false);
        var analysis = AnalysisChecker.Check(found, profile, request.Job);

        var years = ExperienceSpan.Years(request.Profile.Work.Select(work => work.Dates), DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime));
        var selection = SelectionPromptWriter.Write(analysis, profile, years);
        var written = await runner
            .RunAsync(Stage2Prompt.Build(request, selection), "Wording the resume", ResumeJsonContext.Default.Stage2Answer, cancellationToken)
            .ConfigureAwait(false);
        var judgement = new TextJudge(profile, analysis.Keywords, years).Judge(written);
        return Finish(request.Profile, analysis, judgement, runner);
    }

    private static TailoredResume Finish(MasterProfile profile, JobAnalysis analysis, Judgement judgement, StageRunner runner)
    {
        var document = new DocumentBuilder(profile, analysis, judgement).Build();
        return new TailoredResume
        {
            Document = document,
            Analysis = analysis,
            Validation = ReportBuilder.Build(judgement, analysis, document),
            Stages = runner.Stages,
            Usage = LLMUsage.Sum(runner.Stages.Select(stage => stage.Usage)),
            Cost = LLMCost.Sum(runner.Stages.Select(stage => stage.Cost)),
            Duration = runner.Elapsed,
            Profile = profile,
        };
    }
}
