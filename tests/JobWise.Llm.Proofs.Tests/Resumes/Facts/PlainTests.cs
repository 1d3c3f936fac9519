namespace JobWise.Llm.Proofs.Resumes.Facts;

public sealed class PlainTests
{
    [Theory]
    [InlineData("03/2021 – Present", "2021-03..now")]
    [InlineData("2017", "2017")]
    [InlineData("01/2018 – 02/2021", "2018-01..2021-02")]
    [InlineData("Paris", "")]
    public void Dates_are_read_in_order(string text, string expected) => Assert.Equal(expected, Plain.Dates(text));

    [Theory]
    [InlineData("2021-03-01", "2021-03")]
    [InlineData("2021-03", "2021-03")]
    [InlineData("2021", "2021")]
    public void IsoDate_drops_the_day(string date, string expected) => Assert.Equal(expected, Plain.IsoDate(date));

    [Theory]
    [InlineData("Knows C# well", "C#", true)]
    [InlineData("Knows C# well", "C", false)]
    [InlineData("JavaScript", "Java", false)]
    [InlineData("uses .NET daily", ".NET", true)]
    [InlineData("go, Rust", "Go", true)]
    [InlineData("Django and Go", "go", true)]
    public void Holds_finds_whole_terms_only(string text, string term, bool expected) => Assert.Equal(expected, Plain.Holds(text, term));

    [Fact]
    public void Numbers_are_read_without_separators() => Assert.Equal([2500m, 99.9m, 3m], Plain.Numbers("2,500 users, 99.9% of 3"));
}
