namespace JobWise.Llm.Resume;

/// <summary>The values of <see cref="ResumeFinding.Code"/>.</summary>
public static class ResumeFindingCodes
{
    /// <summary>An id that the profile does not have.</summary>
    public const string UnknownId = "unknown_id";

    /// <summary>A bullet that cites none or several bullets, or a summary sentence that cites several entries.</summary>
    public const string SourceCount = "source_count";

    /// <summary>A second text for a bullet that already has one.</summary>
    public const string DuplicateSource = "duplicate_source";

    /// <summary>A relevance outside 0 to 1.</summary>
    public const string ScoreOutOfRange = "score_out_of_range";

    /// <summary>A keyword that the posting does not contain, or that is too long to be one.</summary>
    public const string NotInPosting = "not_in_posting";

    /// <summary>A keyword without meaning of its own, such as "experience".</summary>
    public const string TooGeneral = "too_general";

    /// <summary>A matching keyword that the entry does not contain.</summary>
    public const string NotInEntry = "not_in_entry";

    /// <summary>A recommended skill that the profile does not have.</summary>
    public const string NotInProfile = "not_in_profile";

    /// <summary>A number that the source does not have in this form, or that counts something else there.</summary>
    public const string Number = "number";

    /// <summary>A time unit that the source does not have.</summary>
    public const string TimeUnit = "time_unit";

    /// <summary>A name, tool, product or abbreviation that the source does not have.</summary>
    public const string Name = "name";

    /// <summary>More responsibility than the source claims.</summary>
    public const string Role = "role";

    /// <summary>A denial added or left out.</summary>
    public const string Negation = "negation";

    /// <summary>A word that says something new.</summary>
    public const string ContentWord = "content_word";

    /// <summary>A character that the source does not have.</summary>
    public const string Character = "character";

    /// <summary>Empty, or much longer than the source.</summary>
    public const string Length = "length";

    /// <summary>A number or a name of the source that is gone.</summary>
    public const string LostFact = "lost_fact";

    /// <summary>"From A to B" turned round.</summary>
    public const string Order = "order";

    /// <summary>More years of experience than the dates of the profile add up to.</summary>
    public const string Years = "years";
}
