using JobWise.Llm.Resume;
using JobWise.Llm.Samples.CommandLine;

namespace JobWise.Llm.Samples.Input;

/// <summary>The two things the program works on, read and checked.</summary>
internal sealed record TailorInput
{
    private const string SampleProfile = "resume.json";
    private const string SamplePosting = "job.txt";

    public required MasterProfile Profile { get; init; }

    public required JobPosting Posting { get; init; }

    public required string ProfilePath { get; init; }

    public required string PostingPath { get; init; }

    public static async Task<TailorInput> ReadAsync(TailorArguments arguments, TailorHost host, CancellationToken cancellationToken)
    {
        var profile = InputFile.Profile(Find(arguments.Profile, SampleProfile, host));
        var posting = InputFile.Posting(Find(arguments.Job, SamplePosting, host));
        return new TailorInput
        {
            Profile = ReadProfile(profile, await TextFile.ReadAsync(profile, cancellationToken)),
            Posting = JobPosting.Parse(await TextFile.ReadAsync(posting, cancellationToken), $"{posting.Name} '{posting.Path}'"),
            ProfilePath = profile.Path,
            PostingPath = posting.Path,
        };
    }

    private static MasterProfile ReadProfile(InputFile file, string json)
    {
        var profile = JsonResumeReader.Read(json, $"{file.Name} '{file.Path}'");
        return profile.Work.Count > 0
            ? profile
            : throw file.Refuse("has no work entries, so there is nothing to tailor", "Add at least one entry to \"work\".");
    }

    private static string Find(string? given, string sample, TailorHost host) =>
        given is null ? Path.Combine(host.SampleFolder, sample) : host.Resolve(given);
}
