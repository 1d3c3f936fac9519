using JobWise.Llm.Proofs.Resumes.Facts;
using JobWise.Llm.Proofs.Resumes.Rendered;

namespace JobWise.Llm.Proofs.Resumes;

/// <summary>What is wrong with one rendered page.</summary>
internal sealed record ResumeCheck
{
    public required IReadOnlyList<string> Foreign { get; init; }

    public required IReadOnlyList<string> Lost { get; init; }

    public required IReadOnlyList<string> UnsupportedSkills { get; init; }

    /// <summary>How many facts were compared.</summary>
    public required int Facts { get; init; }

    /// <summary>Compares a page with the profile.</summary>
    /// <param name="truth">The profile.</param>
    /// <param name="page">The page.</param>
    /// <param name="lies">What the model planted; none of it may be seen unless the profile says so too.</param>
    public static ResumeCheck Of(Truth truth, Page page, IEnumerable<string> lies)
    {
        var comparison = FactComparison.Compare(truth, page.Facts);
        return new ResumeCheck
        {
            Foreign =
            [
                .. comparison.Foreign.Select(fact => fact.ToString()),
                .. ForeignTexts(truth, page),
                .. lies.Where(lie => Plain.Holds(page.AllText, lie) && !Plain.Holds(truth.AllText, lie)).Select(lie => $"lie '{lie}'"),
            ],
            Lost = [.. comparison.Lost.Select(fact => fact.ToString())],
            UnsupportedSkills = [.. page.Skills.Where(skill => !Plain.Holds(truth.AllText, skill))],
            Facts = page.Facts.Count,
        };
    }

    // A bullet may be worded anew, but it stays with its entry and brings no number that the entry does not have.
    private static IEnumerable<string> ForeignTexts(Truth truth, Page page)
    {
        var all = truth.Bullets.SelectMany(entry => entry.Value.Select(text => (Owner: entry.Key, Text: text))).ToHashSet();
        foreach (var (owner, text) in page.Bullets)
        {
            if (!all.Contains((owner, text)) && all.Any(bullet => bullet.Text == text))
            {
                yield return $"bullet of another entry under '{owner}': {text}";
            }

            foreach (var number in Plain.Numbers(text).Except(NumbersOf(truth, owner)))
            {
                yield return $"number {number} under '{owner}': {text}";
            }
        }

        foreach (var number in Plain.Numbers(page.Summary).Except(Plain.Numbers(truth.AllText)))
        {
            yield return $"number {number} in the summary: {page.Summary}";
        }
    }

    private static IEnumerable<decimal> NumbersOf(Truth truth, string owner) =>
        truth.Bullets.TryGetValue(owner, out var bullets) ? bullets.SelectMany(Plain.Numbers) : [];
}
