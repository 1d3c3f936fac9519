using System.Text.Json;

namespace JobWise.Llm.Resume;

/// <summary>
/// Reads a profile from JSON Resume (1.0 to 1.3). The older property names <c>company</c>, <c>website</c>, <c>picture</c> and <c>gpa</c> are
/// read too; unknown properties stay in <see cref="MasterProfile.Source"/>.
/// </summary>
public static class JsonResumeReader
{
    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    /// <summary>Reads a profile from a file of UTF-8 JSON.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ResumeInputException">The file is missing or unreadable, or as for <see cref="Read"/>.</exception>
    public static async Task<MasterProfile> ReadFileAsync(string path, CancellationToken cancellationToken = default) =>
        Read(await InputFile.ReadTextAsync(path, cancellationToken).ConfigureAwait(false), path);

    /// <summary>Reads a profile from JSON. Comments and trailing commas are allowed.</summary>
    /// <param name="json">The document.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="ResumeInputException">
    /// The text is empty or not JSON, a property has the wrong form, or there is no name or nothing to tailor.
    /// </exception>
    public static MasterProfile Read(string json, string name = "The profile")
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(name);
        var root = new JsonNodeReader(name, string.Empty, ParseRoot(json, name));
        var profile = ReadProfile(root);
        if (profile.Work.Count + profile.Projects.Count + profile.Volunteer.Count == 0)
        {
            throw new ResumeInputException(
                $"{name} has no work, projects or volunteer entries, so there is nothing to tailor: add at least one entry to \"work\".");
        }

        return profile;
    }

    private static JsonElement ParseRoot(string json, string name)
    {
        if (string.IsNullOrWhiteSpace(json))
            throw new ResumeInputException($"{name} is empty: put a JSON Resume document into it (https://jsonresume.org/schema).");
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'), Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ResumeInputException(
                    $"{name} holds {JsonNodeReader.Describe(document.RootElement)}, but a JSON Resume document is an object: begin it with {{ and end it with }}.");
        }
        catch (JsonException twice) when (twice.LineNumber is null)
        {
            // The only fault that the parser tells without a place; two values for one fact would be a guess.
            throw new ResumeInputException($"{name} names a member twice, so it is not clear which value counts: keep one of the two.", twice);
        }
        catch (JsonException broken)
        {
            throw new ResumeInputException(
                $"{name} is not valid JSON at line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}: mend the text there.",
                broken);
        }
    }

    private static MasterProfile ReadProfile(JsonNodeReader root) => new()
    {
        Basics = JsonResumeBasics.Read(root.Object("basics")),
        Work = root.List("work", (node, number) => JsonResumeEntries.Work(node, $"work-{number}")),
        Volunteer = root.List("volunteer", (node, number) => JsonResumeEntries.Work(node, $"volunteer-{number}")),
        Projects = root.List("projects", (node, number) => JsonResumeEntries.Project(node, $"project-{number}")),
        Education = root.List("education", (node, number) => JsonResumeEntries.Education(node, $"education-{number}")),
        Certificates = root.List("certificates", (node, number) => JsonResumeEntries.Credential(node, $"certificate-{number}")),
        Awards = root.List("awards", (node, number) => JsonResumeEntries.Credential(node, $"award-{number}")),
        Publications = root.List("publications", (node, number) => JsonResumeEntries.Credential(node, $"publication-{number}")),
        Skills = root.List("skills", (node, number) => JsonResumeEntries.Group(node, $"skill-{number}")),
        Interests = root.List("interests", (node, number) => JsonResumeEntries.Group(node, $"interest-{number}")),
        Languages = root.List("languages", (node, number) => JsonResumeEntries.Language(node, $"language-{number}")),
        References = root.List("references", (node, number) => JsonResumeEntries.Reference(node, $"reference-{number}")),
        Source = root.Element,
    };
}
