namespace JobWise.Llm.Tests;

public sealed class JsonAnnotationsTests
{
    [Theory]
    [InlineData("""{"title":"Rome","days":3}""", "")]
    [InlineData("""{"title":"","days":3}""", "$.title: The field title must be a string with a minimum length of 1 and a maximum length of 10.")]
    [InlineData("""{"title":"Rome","days":99}""", "$.days: The field days must be between 1 and 30.")]
    [InlineData("""{"title":"Rome","days":3,"nights":9}""", "$.nights: there are more nights than days.")]
    [InlineData("""{"title":"Rome","days":0,"nights":9}""", "$.days: The field days must be between 1 and 30.")]
    [InlineData("""{"title":"Rome","days":3,"stops":[{"stars":5,"name":"A"},{"stars":6,"name":"A"}]}""", "$.stops[1].stars: The field stars must be between 1 and 5.")]
    [InlineData("""{"title":"Rome","days":3,"stops":[{"stars":5,"name":"secret"}]}""", "$.stops[0].name: The field name must match the regular expression '[A-Z].*'.")]
    [InlineData("""{"title":"Rome","days":3,"named":{"inn":{"stars":0,"name":"A"}}}""", "$.named.inn.stars: The field stars must be between 1 and 5.")]
    [InlineData("""{"title":"Rome","days":3,"parts":[{"kind":"flight","from":"secret"}]}""", "$.parts[0].from: The field from must be a string or array type with a maximum length of '3'.")]
    public void Check_names_the_place_and_the_rule_and_never_the_value(string json, string expected)
    {
        var schema = JsonAnswerSchema.Of(PlanJsonContext.Default.Trip);
        var trip = JsonAnswerReader.Read<Trip>(json, schema).Value!;

        var errors = schema.Annotations.Check(trip);

        Assert.Equal(expected, string.Join('|', errors));
    }

    [Fact]
    public void Check_list_as_the_answer_itself_reaches_its_items()
    {
        var errors = JsonAnswerSchema.Of(PlanJsonContext.Default.ListStop).Annotations.Check(new List<Stop> { new(1, "A"), new(7, "A") });

        Assert.Equal(["$[1].stars: The field stars must be between 1 and 5."], errors);
    }

    [Fact]
    public void Check_reports_a_few_of_very_many()
    {
        var stops = Enumerable.Repeat(new Stop(7, "A"), 1_000).ToList();

        Assert.Equal(20, JsonAnswerSchema.Of(PlanJsonContext.Default.ListStop).Annotations.Check(stops).Count);
    }

    [Fact]
    public async Task GenerateJsonAsync_required_number_that_was_left_out_is_an_error_and_not_zero()
    {
        var exception = await Assert.ThrowsAsync<LLMInvalidResponseException>(() => AskAsync("""{"title":"Rome"}"""));

        Assert.Contains("'days'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateJsonAsync_broken_annotation_is_a_validation_error_beside_the_callers_own()
    {
        var service = new ScriptedService("""{"title":"Rome","days":99}""");

        var exception = await Assert.ThrowsAsync<LLMValidationException>(() => service.GenerateJsonAsync(
            LLMRequest.FromPrompt("x"), PlanJsonContext.Default.Trip, new() { ReAsk = false, Validate = _ => ["mine."] }));

        Assert.Equal(["$.days: The field days must be between 1 and 30.", "mine."], exception.Errors);
    }

    [Fact]
    public async Task GenerateJsonAsync_by_reflection_checks_the_same()
    {
        var service = new ScriptedService("""{"title":"Rome","days":99}""");

        await Assert.ThrowsAsync<LLMValidationException>(
            () => service.GenerateJsonAsync<Trip>(LLMRequest.FromPrompt("x"), new LLMJsonOptions<Trip> { ReAsk = false }));
    }

    private static Task<LLMResponse<Trip>> AskAsync(string text) =>
        new ScriptedService(text).GenerateJsonAsync(LLMRequest.FromPrompt("x"), PlanJsonContext.Default.Trip, new() { ReAsk = false });
}
