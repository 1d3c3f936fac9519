using JobWise.Llm.Samples.Terms;

namespace JobWise.Llm.Samples.Tests.ExtractiveModel;

public sealed class PostingTermsTests
{
    [Theory]
    [InlineData("You know Google Analytics well.", "Google Analytics")]
    [InlineData("We build on C# and .NET", "C#")]
    [InlineData("You love CI/CD pipelines", "CI/CD")]
    [InlineData("Our data pipelines feed other data pipelines.", "data pipelines")]
    public void Find_names_what_is_asked_for(string posting, string term)
    {
        Assert.Contains(PostingTerms.Find(posting), found => found.Text == term);
    }

    [Theory]
    [InlineData("We want a Senior Backend Engineer soon.")]
    [InlineData("See https://example.com/Careers/DevOps for more.")]
    [InlineData("You will be able to work with us.")]
    public void Find_leaves_out_titles_addresses_and_filler(string posting)
    {
        Assert.Empty(PostingTerms.Find(posting));
    }

    [Fact]
    public void Find_tells_wishes_from_needs()
    {
        var terms = PostingTerms.Find("## Essential\n- skills in PostgreSQL\n\n## Desirable\n- skills in MongoDB\n");

        Assert.False(terms.Single(term => term.Text == "PostgreSQL").IsPreferred);
        Assert.True(terms.Single(term => term.Text == "MongoDB").IsPreferred);
    }

    [Theory]
    [InlineData("a.")]
    [InlineData("Ab ")]
    [InlineData("x@y.")]
    [InlineData("- Kafka preferred\n")]
    public void Find_in_a_hostile_posting_comes_to_an_end(string piece)
    {
        var posting = string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length));

        Assert.True(PostingTerms.Find(posting).Count <= 40);
    }
}
