using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace JobWise.Llm.Pipeline.Tests;

public class LLMCacheKeyTests
{
    public static TheoryData<string> Changes => [.. RequestChanges.All.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Of_a_request_that_differs_in_one_field_is_another_key(string change)
    {
        var (before, after) = RequestChanges.Pair(change);

        Assert.NotEqual(KeyOf(before), KeyOf(after));
        Assert.Equal(KeyOf(after), KeyOf(RequestChanges.Pair(change).After));
    }

    [Fact]
    public void Every_property_that_a_request_is_made_of_is_in_the_key_or_left_out_on_purpose()
    {
        string[] properties = [.. RequestChanges.Types.SelectMany(type => type.GetProperties()
            .Where(property => property.DeclaringType == type && property.SetMethod is { IsStatic: false })
            .Select(property => $"{type.Name}.{property.Name}"))];

        Assert.Empty(properties.Except(RequestChanges.All.Keys.Select(change => change.Split(' ')[0])).Except(RequestChanges.LeftOut));
        Assert.Empty(RequestChanges.LeftOut.Except(properties));
    }

    [Fact]
    public void Every_kind_of_part_is_among_the_changes()
    {
        var kinds = typeof(LLMContentPart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LLMContentPart)));

        Assert.Empty(kinds.Except(RequestChanges.Types));
    }

    [Fact]
    public void Of_requests_that_differ_in_what_is_not_sent_is_the_same_key()
    {
        var other = Some.Request with
        {
            Workflow = "w",
            UserId = "u",
            Tags = new Dictionary<string, string> { ["a"] = "b" },
            Call = new LLMCallOptions
            {
                Timeout = TimeSpan.FromSeconds(1),
                Priority = 9,
                CacheMode = LLMCacheMode.Refresh,
                MostSends = 1,
                MostTokens = 5,
                Accept = _ => true,
                Scope = new LLMCallScope(),
            },
        };

        Assert.Equal(KeyOf(Some.Request), KeyOf(other));
    }

    [Fact]
    public void Of_a_prompt_is_that_of_the_same_conversation_in_messages()
    {
        var messages = new LLMRequest { Messages = [LLMMessage.System("Be brief."), LLMMessage.User("Hi")] };

        Assert.Equal(KeyOf(LLMRequest.FromPrompt("Hi", "Be brief.")), KeyOf(messages));
    }

    [Fact]
    public void Of_a_schema_in_another_layout_is_the_same_key_and_in_another_order_another()
    {
        var key = KeyOf(WithSchema("""{"type":"object","a":"é","n":[1,true,null]}"""));

        Assert.Equal(key, KeyOf(WithSchema("""  { "type" : "object", "\u0061":"\u00e9", "n":[ 1, true,null ] }""")));
        Assert.NotEqual(key, KeyOf(WithSchema("""{"a":"é","type":"object","n":[1,true,null]}""")));
        Assert.NotEqual(key, KeyOf(WithSchema("""{"type":"object","a":"é","n":[1,true],"null":null}""")));
    }

    [Fact]
    public void Of_a_JSON_text_that_no_text_can_hold_tells_it_from_others()
    {
        Assert.NotEqual(KeyOf(WithSchema("""{"a":"\ud800"}""")), KeyOf(WithSchema("""{"a":"\ud801"}""")));
        Assert.NotEqual(KeyOf(WithSchema("""{"a":"\ud800"}""")), KeyOf(WithSchema("""{"a":"\\ud800"}""")));
    }

    [Fact]
    public void Of_extra_fields_in_another_order_is_the_same_key()
    {
        var (one, two) = (JsonSerializer.SerializeToElement(1), JsonSerializer.SerializeToElement(2));
        var forth = Some.Request with { ExtraFields = new Dictionary<string, JsonElement> { ["a"] = one, ["b"] = two } };
        var back = Some.Request with { ExtraFields = new Dictionary<string, JsonElement> { ["b"] = two, ["a"] = one } };
        var swapped = Some.Request with { ExtraFields = new Dictionary<string, JsonElement> { ["b"] = one, ["a"] = two } };

        Assert.Equal(KeyOf(forth), KeyOf(back));
        Assert.NotEqual(KeyOf(forth), KeyOf(swapped));
    }

    [Fact]
    public void Of_the_first_planned_lane_goes_before_the_model_of_the_request()
    {
        var arm = Some.Request with { Model = "a", Call = new() { Lanes = [new() { Instance = "groq", Model = "b" }] } };

        Assert.Equal(KeyOf(Some.Request with { Model = "b" }), KeyOf(arm));
    }

    [Theory]
    [InlineData("other", "groq", null)]
    [InlineData("groq", "other", null)]
    [InlineData("groq", "groq", "http://localhost/")]
    public void Of_a_request_to_another_provider_is_another_key(string instance, string vendor, string? endpoint)
    {
        var metadata = new LLMServiceMetadata { InstanceName = instance, ProviderName = vendor, Endpoint = endpoint is null ? null : new Uri(endpoint) };

        Assert.NotEqual(KeyOf(Some.Request), LLMCacheKey.Of(Some.Request, metadata));
    }

    [Fact]
    public void Of_texts_cut_elsewhere_is_another_key() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll<NonEmptyString, string?>((first, second) =>
            KeyOf(LLMRequest.FromPrompt(first.Get, second)) != KeyOf(LLMRequest.FromPrompt(first.Get[1..], first.Get[..1] + second))
            && KeyOf(WithStops(first.Get, second ?? "")) != KeyOf(WithStops(first.Get + second))));

    [Fact]
    public void Of_texts_of_any_characters_is_one_key_only_if_they_are_equal() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Elements('a', 'é', '\uFFFD', '\uD800', '\uDC00', '\uD83D', '\uDE00', '\0').ArrayOf(4).Two().ToArbitrary(), pair =>
        {
            var (first, second) = (new string(pair.Item1), new string(pair.Item2));
            return string.Equals(first, second, StringComparison.Ordinal) == (KeyOf(LLMRequest.FromPrompt(first)) == KeyOf(LLMRequest.FromPrompt(second)));
        }));

    [Theory]
    [InlineData(16_000)]
    [InlineData(16_384)]
    [InlineData(50_001)]
    public void Of_a_text_longer_than_the_buffer_sees_its_last_character(int length)
    {
        var text = new string('é', length);

        Assert.Equal(KeyOf(LLMRequest.FromPrompt(text)), KeyOf(LLMRequest.FromPrompt(new string('é', length))));
        Assert.NotEqual(KeyOf(LLMRequest.FromPrompt(text)), KeyOf(LLMRequest.FromPrompt(text[..^1] + "e")));
    }

    [Theory]
    [InlineData(16_000)]
    [InlineData(100_000)]
    public void Of_an_image_larger_than_the_buffer_sees_its_last_byte(int length)
    {
        var bytes = new byte[length];
        var key = KeyOf(WithImage(bytes));
        bytes[^1] = 1;

        Assert.NotEqual(key, KeyOf(WithImage(bytes)));
    }

    /// <summary>A change here means that stored answers are not found any more: raise RequestForm.Version with it.</summary>
    [Fact]
    public void ToString_of_a_known_request_is_what_it_was() =>
        Assert.Equal("16c8b29b36cb557135c9889453839accf4cc89a07df522a4f1635b5595f7e397", KeyOf(RequestChanges.Everything).ToString());

    [Fact]
    public void Of_a_warm_request_allocates_one_small_object()
    {
        var (request, metadata) = (Some.Request with { Model = "m", Temperature = 0.3, MaxTokens = 5 }, Metadata);
        LLMCacheKey.Of(request, metadata);

        var before = GC.GetAllocatedBytesForCurrentThread();
        LLMCacheKey.Of(request, metadata);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64);
    }

    private static LLMServiceMetadata Metadata => new() { ProviderName = "groq", InstanceName = "groq" };

    private static LLMCacheKey KeyOf(LLMRequest request) => LLMCacheKey.Of(request, Metadata);

    private static LLMRequest WithSchema(string json) =>
        Some.Request with { ResponseFormat = LLMResponseFormat.JsonSchema(JsonDocument.Parse(json).RootElement) };

    private static LLMRequest WithStops(params string[] stops) => Some.Request with { StopSequences = stops };

    private static LLMRequest WithImage(byte[] bytes) =>
        new() { Messages = [LLMMessage.Of(LLMRole.User, new LLMImagePart { Bytes = bytes.ToArray() })] };
}
