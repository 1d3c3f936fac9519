namespace JobWise.Llm.Resume.Matching;

public class WordStemsTests
{
    [Theory]
    [InlineData("built", "building")]
    [InlineData("wrote", "write")]
    [InlineData("drove", "driving")]
    [InlineData("policies", "policy")]
    [InlineData("planned", "planning")]
    [InlineData("optimised", "optimize")]
    [InlineData("annually", "yearly")]
    [InlineData("used", "using")]
    public void Of_forms_of_one_word_are_equal(string left, string right) => Assert.Equal(WordStems.Of(left), WordStems.Of(right));

    [Theory]
    [InlineData("manager", "managed")]
    [InlineData("product", "production")]
    [InlineData("founded", "found")]
    [InlineData("developer", "developed")]
    public void Of_derived_words_are_not_equal(string left, string right) => Assert.NotEqual(WordStems.Of(left), WordStems.Of(right));
}
