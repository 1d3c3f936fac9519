using JobWise.Llm.TestKit;

namespace JobWise.Llm.Resume;

/// <summary>Sample input.</summary>
internal static class Some
{
    public const string Posting = "# Backend engineer\n\nYou need Python, PostgreSQL and Kafka. 4+ years of experience. Kubernetes is a plus.";

    public const string ProfileJson =
        """
        {
          "basics": {
            "name": "Ada Example", "label": "Backend developer", "email": "ada@example.com", "phone": "+1 555 0100",
            "summary": "Backend developer with 6 years of experience. Builds services in Python.",
            "location": { "address": "1 Secret Street", "city": "Leeds", "region": "England" },
            "profiles": [{ "network": "GitHub", "url": "https://github.com/ada" }]
          },
          "work": [
            {
              "name": "Acme Ltd", "position": "Senior Developer", "startDate": "2021-03", "x-team": "Payments",
              "summary": "Payments team.",
              "highlights": ["Mentored 3 junior developers", "Built 5 services in Python and PostgreSQL", "Assisted in budget planning"]
            },
            {
              "name": "Globex", "position": "Developer", "startDate": "2018-01", "endDate": "2021-02-28",
              "highlights": ["Maintained network infrastructure", "Ran k8s clusters with up to 40 nodes"]
            }
          ],
          "education": [{ "institution": "Leeds University", "studyType": "BSc", "area": "Physics", "startDate": "2014", "endDate": "2017" }],
          "skills": [
            { "name": "Office", "keywords": ["Excel"] },
            { "name": "Backend", "level": "Expert", "keywords": ["Redis", "Python", "PostgreSQL"] }
          ],
          "languages": [{ "language": "English", "fluency": "Native" }],
          "x-theme": "plain"
        }
        """;

    public static MasterProfile Profile() => JsonResumeReader.Read(ProfileJson);

    public static JobPosting Job(string text = Posting) => JobPosting.Parse(text);

    public static TwoClockTimeProvider Time() => new(new DateTimeOffset(2024, 3, 15, 0, 0, 0, TimeSpan.Zero));

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "data", file);

    public static IEnumerable<string> Resumes() => Directory.GetFiles(PathOf("resumes"), "*.json").Order(StringComparer.Ordinal);

    public static IEnumerable<string> Jobs() => Directory.GetFiles(PathOf("jobs")).Order(StringComparer.Ordinal);

    public static Task<TailoredResume> TailorAsync(ILLMService model, MasterProfile? profile = null, JobPosting? job = null) =>
        new ResumeTailor(model, Time()).TailorAsync(new TailorRequest { Profile = profile ?? Profile(), Job = job ?? Job() });
}
