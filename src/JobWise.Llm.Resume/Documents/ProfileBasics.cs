using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>The head of a resume. Of these fields only the label and the summary are ever sent to a model.</summary>
public sealed record ProfileBasics
{
    /// <summary>The person's name; never empty.</summary>
    public required string Name { get; init; }

    /// <summary>What the person calls themself, such as "Backend developer".</summary>
    public string? Label { get; init; }

    /// <summary>As written; it may not be a valid address.</summary>
    public string? Email { get; init; }

    /// <summary>As written.</summary>
    public string? Phone { get; init; }

    /// <summary>The person's own site, as written.</summary>
    public string? Url { get; init; }

    /// <summary>City, region and country, joined by commas; the street and the postal code are left out of every output but JSON.</summary>
    public string? Place { get; init; }

    /// <summary>The summary's sentences, with the ids <c>summary.1</c>, <c>summary.2</c> and so on.</summary>
    public IReadOnlyList<ProfileText> Summary { get; init; } = [];

    /// <summary>Accounts elsewhere, such as "GitHub: https://github.com/name".</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("NameLength = ").Append(Name.Length).Append(", Summary = ").Append(Summary.Count);
        return true;
    }
}
