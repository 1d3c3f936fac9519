namespace JobWise.Llm.Resume.Matching;

public class KeywordMatcherTests
{
    public static TheoryData<string, string, bool> Cases()
    {
        var cases = new TheoryData<string, string, bool>();
        foreach (var line in File.ReadLines(Some.PathOf("keyword-matching-cases.tsv")).Skip(1).Select(line => line.Split('\t')))
            cases.Add(line[0], line[1], line[2] == "match");
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [InlineData("data pipelines", "Built a data pipeline", true)]
    [InlineData("PostgreSQL", "Postgres and MySQL", true)]
    [InlineData(".NET", "acme.net hosting", false)]
    [InlineData("Java", "see java.util.List", false)]
    [InlineData("C++", "C++17 and C++.", true)]
    [InlineData("C", "Objective-C apps", false)]
    [InlineData("R", "R&D department", false)]
    [InlineData("Go", "Go to market plans", false)]
    [InlineData("REST", "the rest of the team", false)]
    [InlineData("CI/CD", "CI / CD with Jenkins", true)]
    [InlineData("Node.js", "Node.js.", true)]
    [InlineData("Excel", "Excel at sales", false)]
    [InlineData("HR", "3 hr shifts", false)]
    [InlineData("stakeholder management", "management of stakeholders", false)]
    public void Contains_case_is_decided(string keyword, string text, bool expected) =>
        Assert.Equal(expected, KeywordMatcher.Contains(text, keyword));
}
