using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>The job that a resume is tailored to. Its text is untrusted: it is data for the model, never evidence for a claim.</summary>
public sealed record JobPosting
{
    /// <summary>The longest posting that is read, in characters.</summary>
    public const int LongestText = 50_000;

    private JobPosting()
    {
    }

    /// <summary>The posting as given, ends trimmed; this is what the model reads.</summary>
    public required string Text { get; init; }

    /// <summary>The posting without Markdown marks; keywords are looked up in it.</summary>
    public required string PlainText { get; init; }

    /// <summary>The first heading or the first short line; null when the posting begins with prose.</summary>
    public string? Title { get; init; }

    /// <summary>Takes a posting from plain text or Markdown.</summary>
    /// <param name="text">The posting.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="ResumeInputException">The posting is empty or longer than <see cref="LongestText"/>.</exception>
    public static JobPosting Parse(string text, string name = "The posting")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        // First: the work below grows with the length.
        if (text.Length > LongestText)
        {
            throw new ResumeInputException(
                $"{name} has {text.Length} characters; at most {LongestText} are read. Keep the description of the job and cut the rest.");
        }

        var plain = MarkdownStripper.Strip(text);
        if (!plain.Any(char.IsLetter))
            throw new ResumeInputException($"{name} is empty: paste the text of the job posting into it.");
        return new JobPosting { Text = text.Trim(), PlainText = plain, Title = FindTitle(text) };
    }

    /// <summary>Reads a posting from a file of UTF-8 text or Markdown.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ResumeInputException">The file is missing, unreadable, empty or too long.</exception>
    public static async Task<JobPosting> ReadFileAsync(string path, CancellationToken cancellationToken = default) =>
        Parse(await InputFile.ReadTextAsync(path, cancellationToken).ConfigureAwait(false), path);

    private static string? FindTitle(string text)
    {
        var first = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[0];
        var plain = MarkdownStripper.Strip(first);
        return plain.Length is > 0 and <= 80 && !plain.EndsWith('.') ? plain : null;
    }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("TextLength = ").Append(Text.Length);
        return true;
    }
}
