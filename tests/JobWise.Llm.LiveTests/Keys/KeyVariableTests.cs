namespace JobWise.Llm.LiveTests.Keys;

public sealed class KeyVariableTests
{
    [Theory]
    [InlineData(null, "set SOME_KEY to run")]
    [InlineData(" ", "set SOME_KEY to run")]
    [InlineData("a-key", null)]
    public void SkipReason_is_there_until_the_variable_is_set(string? value, string? expected) =>
        Assert.Equal(expected, KeyVariable.SkipReason("SOME_KEY", name => name == "SOME_KEY" ? value : "another"));
}
