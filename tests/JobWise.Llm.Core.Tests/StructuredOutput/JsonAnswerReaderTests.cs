using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm.Tests;

public sealed class JsonAnswerReaderTests
{
    [Theory]
    [InlineData("""{"title":"Rome"}""", "")]
    [InlineData("\r\n\t {\"title\":\"Rome\"} \n", "")]
    [InlineData("\uFEFF{\"title\":\"Rome\"}", "prose_around")]
    [InlineData("Use {braces}, as in [1], so: {\"title\":\"Rome\"}", "prose_around")]
    [InlineData("A smile :{ and {\"title\":\"Rome\"}", "prose_around")]
    [InlineData("{\"title\":\"Rome\"} I used [see below] and { x }.", "prose_around")]
    [InlineData("```json5 title=\"x\"\n{\"title\":\"Rome\"}\n```", "code_fence")]
    [InlineData("```c++\n{\"title\":\"Rome\"}\n```", "code_fence")]
    [InlineData("```json {\"title\":\"Rome\"}```", "code_fence")]
    [InlineData("```json\n{\"title\":\"Rome\"}", "code_fence")]
    [InlineData("~~~~\n{\"title\":\"Rome\"}\n~~~~", "code_fence")]
    [InlineData("```json\n{\"title\":\"Rome\"}\n```\n```text\ndone\n```", "code_fence")]
    [InlineData("<thinking>{\"title\":\"Paris\"}</thinking>{\"title\":\"Rome\"}", "reasoning_tag")]
    [InlineData("[THINK]a [b] c[/THINK]\n{\"title\":\"Rome\"}", "reasoning_tag")]
    [InlineData("<Reasoning>x</reasoning><think>y</think>{\"title\":\"Rome\"}", "reasoning_tag")]
    [InlineData("I think of {\"title\":\"Paris\"}.</think>\n{\"title\":\"Rome\"}", "reasoning_tag")]
    [InlineData("<think>Rome it is. {\"title\":\"Rome\"}", "reasoning_tag prose_around")]
    [InlineData("<think>x</think>```\n{\"title\":\"Rome\",}\n```", "reasoning_tag code_fence trailing_comma")]
    [InlineData("{\"title\":\"Rome\" /* eternal */}", "comment")]
    [InlineData("{\"title\":\"Rome\", // eternal\n}", "trailing_comma comment")]
    [InlineData("[{\"title\":\"Rome\"}]", "list_of_one")]
    [InlineData("{\"title\":\"Rome\"}{\"title\":\"Rome\"}", "extra_json")]
    [InlineData("{\"a\":1} {\"title\":\"Rome\"}", "extra_json")]
    public void Read_dirty_answer_gives_the_value_and_every_repair(string text, string repairs)
    {
        var answer = Read(text, PlanJsonContext.Default.Plan);

        Assert.Equal("Rome", answer.Value?.Title);
        Assert.Equal(repairs, string.Join(' ', answer.Repairs));
    }

    [Theory]
    [InlineData("""{"title":"Rome <think>{</think> ``` [1] // no"}""", "Rome <think>{</think> ``` [1] // no")]
    [InlineData("""{"title":"a \" } b"}""", "a \" } b")]
    public void Read_clean_answer_keeps_what_stands_in_its_texts(string text, string title)
    {
        var answer = Read(text, PlanJsonContext.Default.Plan);

        Assert.Equal(title, answer.Value?.Title);
        Assert.Empty(answer.Repairs);
    }

    [Theory]
    [InlineData("""{"title":"Rome"} {"title":"Paris"}""", "It holds 2 JSON values. Send exactly one.")]
    [InlineData("<think>{\"title\":\"Paris\"}{\"title\":\"Rome\"}", "It holds 2 JSON values. Send exactly one.")]
    [InlineData("```json\n{\"title\":\"Rome\"}\n```\nor\n```json\n{\"title\":\"Paris\"}\n```", "It holds 2 JSON values. Send exactly one.")]
    [InlineData("""{"title":"Rome"} {"title":"Pa""", "It holds 2 JSON values. Send exactly one.")]
    [InlineData("""{"title":Rome} {"title":"Paris"}""", "It holds 2 JSON values. Send exactly one.")]
    [InlineData("""{"a":1} {"b":1}""", "It holds 2 JSON values, and none is of the type. The first: JSON deserialization for type 'JobWise.Llm.Tests.Plan' was missing required properties including: 'title'.")]
    [InlineData("""{"title":"Rome","title":"Paris"}""", "A member is there twice at $.title.")]
    [InlineData("""{"title":"Rome","Title":"Paris"}""", "A member is there twice at $.Title.")]
    [InlineData("""[{"title":"Rome"},{"title":"Paris"}]""", "It is JSON of another type than was asked for.")]
    [InlineData("""{"days":"soon, {\"title\":\"Rome\"}" oops, "steps":{"title":"Rome"}}""", "It cannot be read (line 1, byte 38).")]
    [InlineData("{braces} only", "There is no JSON in it.")]
    [InlineData("<think>no end, no JSON", "There is no JSON in it.")]
    [InlineData("", "There is no JSON in it.")]
    [InlineData("""{"title":"\ud800"}""", "It cannot be read at $.title (line 1, byte 18).")]
    [InlineData("null", "It is null where a value is needed.")]
    [InlineData("42", "It is JSON of another type than was asked for.")]
    public void Read_answer_that_could_mean_anything_is_an_error(string text, string error)
    {
        var answer = Read(text, PlanJsonContext.Default.Plan);

        Assert.Equal(error, answer.Error);
        Assert.False(answer.IsCut);
    }

    [Theory]
    [InlineData("""{"title":"Ro""")]
    [InlineData("""{"title":"Rome","steps":[{"name":"fly"}""")]
    [InlineData("{\"title\":\"Rome\"")]
    [InlineData("""{"title":"Rome",""")]
    [InlineData("""{"title":"Rome","days":1""")]
    [InlineData("{")]
    [InlineData("Here you are: {\"title\":\"Ro")]
    [InlineData("```json\n{\"title\":\"Ro\n```")]
    [InlineData("```json\n{\"title\":\"Ro")]
    [InlineData("<think>x</think>{\"title\":\"Rome\",\"steps\":[{\"name\":\"a\"},")]
    public void Read_text_that_ends_inside_its_JSON_is_cut(string text) => Assert.True(Read(text, PlanJsonContext.Default.Plan).IsCut);

    [Theory]
    [InlineData("""{"value":["a"]}""", "")]
    [InlineData("""{"Value":["a"]}""", "")]
    [InlineData("""["a"]""", "bare_value")]
    [InlineData("\"a\"", "single_value")]
    [InlineData("""{"value":"a"}""", "single_value")]
    [InlineData("""Like this: ["a"].""", "prose_around bare_value")]
    [InlineData("```\n[\"a\",]\n```", "code_fence trailing_comma bare_value")]
    [InlineData("<think>hm</think>[\"a\"]", "reasoning_tag bare_value")]
    public void Read_list_gives_the_value_and_every_repair(string text, string repairs)
    {
        var answer = Read(text, PlanJsonContext.Default.ListString);

        Assert.Equal(["a"], answer.Value!);
        Assert.Equal(repairs, string.Join(' ', answer.Repairs));
    }

    [Theory]
    [InlineData("""{"value":7}""", "")]
    [InlineData("7", "bare_value")]
    [InlineData("[7]", "list_of_one")]
    [InlineData("```\n7\n```", "code_fence bare_value")]
    [InlineData("```7```", "code_fence bare_value")]
    [InlineData("<think>hm</think>\n7", "reasoning_tag bare_value")]
    public void Read_number_gives_the_value_and_every_repair(string text, string repairs)
    {
        var answer = Read(text, PlanJsonContext.Default.Int32);

        Assert.Equal(7, answer.Value);
        Assert.Equal(repairs, string.Join(' ', answer.Repairs));
    }

    [Fact]
    public void Read_object_with_members_of_its_own_is_no_element_of_a_list()
    {
        Assert.Equal(["single_value"], Read("""{"name":"fly"}""", PlanJsonContext.Default.ListPlanStep).Repairs);
        Assert.NotNull(Read("""{"name":"fly","then":[]}""", PlanJsonContext.Default.ListPlanStep).Error);
    }

    [Fact]
    public void Read_any_JSON_that_was_mended_is_given_without_what_was_mended()
    {
        var answer = Read("""{"a":[1,2,],/* b */}""", PlanJsonContext.Default.JsonElement);

        Assert.Equal("""{"a":[1,2]}""", answer.Value.GetRawText());
    }

    [Fact]
    public void Read_text_of_brackets_only_ends_in_time()
    {
        var answer = Read(new string('{', 2_000_000), PlanJsonContext.Default.Plan);

        Assert.NotNull(answer.Error);
    }

    [Fact]
    public void Read_type_that_refuses_a_value_in_its_constructor_is_an_error_without_the_value()
    {
        var answer = Read("""{"Name":"secret"}""", TownJsonContext.Default.PickyTown);

        Assert.Equal("The type refused it with ArgumentException.", answer.Error);
    }

    [Fact]
    public void Read_text_with_half_of_a_character_is_an_error_and_not_replaced()
    {
        var answer = Read("{\"title\":\"\ud800\"}", PlanJsonContext.Default.Plan);

        Assert.Equal("It cannot be read: a name or a text in it has half of a character.", answer.Error);
    }

    private static JsonAnswer<T> Read<T>(string text, JsonTypeInfo<T> typeInfo) => JsonAnswerReader.Read<T>(text, JsonAnswerSchema.Of(typeInfo));
}
