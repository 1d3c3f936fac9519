using System.Text.Json.Nodes;

namespace JobWise.Llm.Proofs.Resumes.Lies;

/// <summary>
/// A model that lies in every way we know: companies, titles, dates, schools, numbers, tools of the posting, bullets of other jobs, ids that do
/// not exist, scores out of range. Its answers are well-formed, so only a check of their content can stop them.
/// </summary>
/// <param name="seed">Shifts which text gets which lie.</param>
internal sealed class LyingModel(int seed)
{
    private readonly HashSet<string> _told = [.. LieWords.All];

    /// <summary>What must not be seen on a page unless the profile says it.</summary>
    public IReadOnlyCollection<string> Told => _told;

    /// <summary>Stage 1: the analysis.</summary>
    public string Analyse(string profile, string posting)
    {
        var tools = PostingTools.Foreign(posting, profile).ToList();
        _told.UnionWith(tools);
        var ids = Ids(JsonNode.Parse(profile)!, "work").ToList();
        return new JsonObject
        {
            ["job_requirements"] = new JsonObject
            {
                ["keywords"] = Array([LieWords.Tool, .. tools]),
                ["required_skills"] = Array([LieWords.Tool, .. tools]),
                ["preferred_skills"] = Array([LieWords.School]),
                ["soft_skills"] = Array([LieWords.Title]),
                ["seniority_level"] = LieWords.Title,
                ["years_experience"] = 42,
            },
            ["ranked_experiences"] = new JsonArray(
            [
                Rank("work-99", 0.99, tools), Rank(LieWords.Company, 1, tools),
                .. ids.Select((id, index) => Rank(id, index % 2 == 0 ? 7.5 : -3, [LieWords.Tool, .. tools])),
                .. ids.Select(id => Rank(id, 0.5, tools)),
            ]),
            ["ranked_projects"] = new JsonArray([Rank("project-99", 0.5, tools)]),
            ["recommended_skills"] = Array([LieWords.Tool, .. tools]),
            ["missing_skills"] = Array(["Communication"]),
            ["company"] = LieWords.Company,
        }.ToJsonString();
    }

    /// <summary>Stage 2: the texts.</summary>
    public string Write(string profile)
    {
        var root = JsonNode.Parse(profile)!;
        var bullets = new[] { "work", "projects", "volunteer" }.SelectMany(section => Items(root, section)).SelectMany(entry => Items(entry, "bullets")).ToList();
        var tool = _told.Except(LieWords.All, StringComparer.Ordinal).FirstOrDefault() ?? LieWords.Tool;
        return new JsonObject
        {
            ["summary"] = new JsonArray([.. Summary(root, tool)]),
            ["bullets"] = new JsonArray([.. bullets.SelectMany((bullet, index) => Bullets(bullet, bullets, index, tool))]),
            ["work"] = new JsonArray(new JsonObject { ["id"] = "work-1", ["company"] = LieWords.Company, ["position"] = LieWords.Title }),
            ["skills"] = Array([LieWords.Tool, tool]),
        }.ToJsonString();
    }

    private static IEnumerable<JsonNode> Summary(JsonNode root, string tool)
    {
        string[] known = [.. Items(root, "summary").Select(Id), .. Ids(root, "work")];
        yield return Text([.. known.Take(1)], $"{LieWords.Title} with 42 years at {LieWords.Company}, a doctorate of {LieWords.School}, expert in {tool}.");
        yield return Text([], $"Winner of the {LieWords.Award}.");
        yield return Text(["summary.77"], $"Fluent in {LieWords.Tool} since {LieWords.Date}.");
    }

    private IEnumerable<JsonNode> Bullets(JsonNode bullet, List<JsonNode> all, int index, string tool)
    {
        var (id, text) = (Id(bullet), (string?)bullet["text"] ?? "");
        var other = all[(index + all.Count / 2) % all.Count];
        yield return ((index + seed) % 9) switch
        {
            0 => Text([id], Numbers.TimesTen(text)),
            1 => Text([id], $"{text} using {tool}"),
            2 => Text([id], (string?)other["text"] ?? ""),
            3 => Text(["work-77.b1"], $"{text} at {LieWords.Company}"),
            4 => Text([id], $"Led the merger with {LieWords.Company}. {text}"),
            5 => Text([id], $"As {LieWords.Title}, {text}"),
            6 => Text([id], $"{text} since {LieWords.Date}"),
            7 => Text([id, Id(other)], $"{text} {(string?)other["text"]}"),
            _ => Text([id], $"{text} while lecturing at {LieWords.School}"),
        };
    }

    private static JsonObject Rank(string id, double score, IEnumerable<string> keywords) => new()
    {
        ["id"] = id,
        ["relevance_score"] = score,
        ["matching_keywords"] = Array(keywords),
        ["reason"] = $"Worked at {LieWords.Company}.",
    };

    private static JsonObject Text(IEnumerable<string> ids, string text) => new() { ["source_ids"] = Array(ids), ["text"] = text };

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static IEnumerable<JsonNode> Items(JsonNode parent, string property) => (parent[property] as JsonArray)?.OfType<JsonNode>() ?? [];

    private static IEnumerable<string> Ids(JsonNode root, string section) => Items(root, section).Select(Id);

    private static string Id(JsonNode item) => (string?)item["id"] ?? "";
}
