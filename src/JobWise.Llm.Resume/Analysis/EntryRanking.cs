namespace JobWise.Llm.Resume;

/// <summary>Orders the entries of a profile by relevance. The model's score counts where it is in range; its claims are checked on both sides.</summary>
internal sealed class EntryRanking(ProfileIndex profile, JobPosting job, IReadOnlyList<JobKeyword> keywords)
{
    public List<ResumeFinding> Rejected { get; } = [];

    public IReadOnlyList<RankedEntry> Rank(Stage1Answer answer)
    {
        Dictionary<string, Stage1Rank> believed = [];
        foreach (var rank in (answer.RankedExperiences ?? []).Concat(answer.RankedProjects ?? []).OfType<Stage1Rank>())
        {
            if (rank.Id is null || profile.FindEntry(rank.Id) is not { } entry)
                Reject(ResumeFindingCodes.UnknownId, rank.Id ?? "(none)", "The profile has no entry of this id.");
            else if (believed.TryAdd(rank.Id, rank))
                CheckKeywords(rank, entry);
        }

        return [.. profile.Entries.Select(entry => RankOf(entry, believed.GetValueOrDefault(entry.Id))).OrderByDescending(entry => entry.Score)];
    }

    private RankedEntry RankOf(IndexedEntry entry, Stage1Rank? rank)
    {
        JobKeyword[] found = [.. keywords.Where(keyword => keyword.EvidenceIds.Any(id => Belongs(id, entry.Id)))];
        var isScored = rank?.RelevanceScore is >= 0 and <= 1;
        if (rank?.RelevanceScore is { } score && !isScored)
            Reject(ResumeFindingCodes.ScoreOutOfRange, $"{entry.Id}: {score}", "A relevance is a number from 0 to 1; the share of matching keywords is used instead.");
        return new RankedEntry
        {
            Id = entry.Id,
            Score = isScored ? rank!.RelevanceScore!.Value : keywords.Count == 0 ? 0 : (double)found.Length / keywords.Count,
            IsScoredByModel = isScored,
            MatchingKeywords = [.. found.Select(keyword => keyword.Display)],
            Reason = VisibleText.Clean(rank?.Reason ?? string.Empty),
        };
    }

    private void CheckKeywords(Stage1Rank rank, IndexedEntry entry)
    {
        foreach (var keyword in (rank.MatchingKeywords ?? []).OfType<string>())
        {
            var isInEntry = KeywordMatcher.Contains(entry.Head, keyword) || entry.Texts.Any(text => KeywordMatcher.Contains(text.Text.Text, keyword));
            if (!isInEntry)
                Reject(ResumeFindingCodes.NotInEntry, $"{entry.Id}: {keyword}", "The entry does not contain this keyword.");
            else if (!KeywordMatcher.Contains(job.PlainText, keyword))
                Reject(ResumeFindingCodes.NotInPosting, keyword, "The posting does not contain this keyword.");
        }
    }

    private static bool Belongs(string id, string entryId) =>
        id.StartsWith(entryId, StringComparison.Ordinal) && (id.Length == entryId.Length || id[entryId.Length] == '.');

    private void Reject(string code, string value, string reason) => Rejected.Add(new() { Code = code, Value = value, Reason = reason });
}
