namespace JobWise.Llm.Resume;

/// <summary>Decides on every text of stage 2: print it, or print the source. Nothing that fails a check gets out of here.</summary>
internal sealed class TextJudge(ProfileIndex profile, IReadOnlyList<JobKeyword> keywords, int years)
{
    private const int MostSummarySentences = 3;

    private readonly List<ResumeFinding> _rejected = [];
    private readonly List<TextDecision> _summary = [];
    private readonly Dictionary<string, TextDecision> _bullets = [];
    private int _checked;
    private int _mismatches;

    public Judgement Judge(Stage2Answer answer)
    {
        foreach (var proposal in (answer.Bullets ?? []).OfType<Stage2Text>())
            JudgeBullet(proposal);
        foreach (var proposal in (answer.Summary ?? []).OfType<Stage2Text>())
            JudgeSentence(proposal);
        foreach (var bullet in profile.Entries.SelectMany(entry => entry.Bullets))
            _bullets.TryAdd(bullet.Text.Id, Keep(bullet.Text, "No other wording was proposed."));
        AddUnusedSummary();
        return new(_summary, _bullets, _rejected, _checked, _mismatches);
    }

    private void JudgeBullet(Stage2Text proposal)
    {
        string[] ids = [.. (proposal.SourceIds ?? []).OfType<string>()];
        if (ids.FirstOrDefault(id => profile.FindText(id) is not { IsBullet: true }) is { } unknown)
            Reject(ResumeFindingCodes.UnknownId, unknown, "The profile has no bullet of this id.");
        else if (ids.Length != 1)
            Reject(ResumeFindingCodes.SourceCount, string.Join(' ', ids), "A bullet rests on exactly one bullet of the profile.");
        else if (_bullets.ContainsKey(ids[0]))
            Reject(ResumeFindingCodes.DuplicateSource, ids[0], "The bullet already has a wording; the first one counts.");
        else
            _bullets[ids[0]] = Decide(profile.FindText(ids[0])!.Text, proposal.Text);
    }

    private TextDecision Decide(ProfileText source, string? proposal)
    {
        var text = VisibleText.Clean(proposal ?? string.Empty) ?? string.Empty;
        if (text == source.Text)
            return KeepProposed(source);
        var check = Count(RewriteChecker.Check(new RewriteScope { Source = new TextFacts(source.Text) }, text));
        return check.IsPassed
            ? Make([source.Id], source.Text, text, text, TextOutcome.Rephrased, "All numbers, names and words are in the source.", check)
            : Make([source.Id], source.Text, text, source.Text, TextOutcome.Restored, ReasonOf(check), check);
    }

    private void JudgeSentence(Stage2Text proposal)
    {
        string[] ids = [.. (proposal.SourceIds ?? []).OfType<string>()];
        var evidence = SummaryEvidence.Of(ids, profile);
        if (evidence.Problem is { } problem)
        {
            _rejected.Add(problem);
            return;
        }

        if (_summary.Count(decision => decision.ResumeText is not null) >= MostSummarySentences)
        {
            Reject(ResumeFindingCodes.Length, string.Join(' ', ids), "A summary has at most three sentences; this one was one too many.");
            return;
        }

        var text = VisibleText.Clean(proposal.Text ?? string.Empty) ?? string.Empty;
        if (evidence.SingleSentence is { } same && same.Text == text)
        {
            _summary.Add(KeepProposed(same));
            return;
        }

        var check = Count(SummaryChecker.Check(evidence, text, years));
        if (check.IsPassed)
            _summary.Add(Make(ids, evidence.Cited, text, text, TextOutcome.Rephrased, "All of it is in the cited texts.", check));
        else if (evidence.SingleSentence is { } own && !_summary.Any(decision => decision.ResumeText == own.Text))
            _summary.Add(Make([own.Id], own.Text, text, own.Text, TextOutcome.Restored, ReasonOf(check), check));
        else
            _summary.Add(Make(ids, evidence.Cited, text, resumeText: null, TextOutcome.LeftOut, ReasonOf(check), check));
    }

    private void AddUnusedSummary()
    {
        var hasAny = _summary.Any(decision => decision.ResumeText is not null);
        var cited = _summary.Where(decision => decision.ResumeText is not null).SelectMany(decision => decision.SourceIds).ToHashSet();
        foreach (var sentence in profile.Profile.Basics.Summary.Where(sentence => !cited.Contains(sentence.Id)))
        {
            _summary.Add(hasAny
                ? Make([sentence.Id], sentence.Text, null, resumeText: null, TextOutcome.LeftOut, "The summary for this job rests on other sentences.", check: null)
                : Keep(sentence, "No sentence was proposed that passed the checks."));
        }
    }

    private RewriteCheck Count(RewriteCheck check)
    {
        _checked += check.Checked;
        _mismatches += check.Findings.Count;
        return check;
    }

    private TextDecision KeepProposed(ProfileText source)
    {
        _checked++;
        return Keep(source, "The model kept the source.") with { ProposedText = source.Text };
    }

    private TextDecision Keep(ProfileText source, string reason) =>
        Make([source.Id], source.Text, proposed: null, source.Text, TextOutcome.Kept, reason, check: null);

    private TextDecision Make(
        IReadOnlyList<string> ids, string source, string? proposed, string? resumeText, TextOutcome outcome, string reason, RewriteCheck? check) => new()
        {
            SourceIds = ids,
            SourceText = source,
            ProposedText = proposed,
            ResumeText = resumeText,
            Outcome = outcome,
            Reason = reason,
            Findings = check?.Findings ?? [],
            Confidence = resumeText is null ? 0 : TextSimilarity.Of(resumeText, source),
            KeywordsEmphasized = resumeText is null
            ? []
            : [.. keywords.Where(keyword => keyword.IsMatched && KeywordMatcher.Contains(resumeText, keyword.Text)).Select(keyword => keyword.Display)],
        };

    private static string ReasonOf(RewriteCheck check) => string.Join(" ", check.Findings.Select(finding => finding.Reason).Distinct());

    private void Reject(string code, string value, string reason) => _rejected.Add(new() { Code = code, Value = value, Reason = reason });
}
