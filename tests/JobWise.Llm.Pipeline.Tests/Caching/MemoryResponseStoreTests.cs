using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests;

public sealed class MemoryResponseStoreTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly TwoClockTimeProvider _time = new();
    private readonly SettingsUnderTest _settings = new(options => (options.Cache.MaxEntries, options.Cache.MaxCharacters) = (3, 100));
    private readonly MemoryResponseStore _store;

    public MemoryResponseStoreTests() => _store = new(_settings.Current, _time);

    public void Dispose() => _settings.Dispose();

    [Fact]
    public void FindNow_until_the_time_to_live_gives_the_very_response()
    {
        var response = Some.Response();
        Save(1, response);
        _time.Advance(Hour - TimeSpan.FromTicks(1));

        Assert.Same(response, _store.FindNow(Key(1)));

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Null(_store.FindNow(Key(1)));
        Assert.Equal((0, 0), (_store.Count, _store.Characters));
    }

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public void FindNow_after_a_step_of_the_wall_clock_is_unmoved(int days)
    {
        Save(1, Some.Response());

        _time.StepWallClock(TimeSpan.FromDays(days));

        Assert.NotNull(_store.FindNow(Key(1)));
    }

    [Fact]
    public void Save_of_one_too_many_drops_the_one_used_longest_ago()
    {
        Save(1, Some.Response());
        Save(2, Some.Response());
        Save(3, Some.Response());
        _store.FindNow(Key(1));

        Save(4, Some.Response());

        Assert.Equal([true, false, true, true], Enumerable.Range(1, 4).Select(number => _store.FindNow(Key(number)) is not null));
    }

    [Fact]
    public void Save_of_too_many_characters_drops_until_the_rest_fits()
    {
        Save(1, Some.Response(text: new string('a', 50)));
        Save(2, Some.Response(text: new string('b', 50)));

        Save(3, Some.Response(text: new string('c', 51)));

        Assert.Equal((1, 51), (_store.Count, _store.Characters));
    }

    [Fact]
    public void Save_of_one_that_never_fits_keeps_nothing()
    {
        Save(1, Some.Response(text: new string('a', 101)));

        Assert.Equal((0, 0), (_store.Count, _store.Characters));
    }

    [Fact]
    public void Save_under_the_same_key_replaces_and_begins_anew()
    {
        Save(1, Some.Response(text: "old"));
        _time.Advance(Hour / 2);
        Save(1, Some.Response(text: "newer"));
        _time.Advance(Hour / 2);

        Assert.Equal("newer", _store.FindNow(Key(1))!.Text);
        Assert.Equal((1, 5), (_store.Count, _store.Characters));
    }

    private static LLMCacheKey Key(int number) =>
        LLMCacheKey.Of(LLMRequest.FromPrompt(number.ToString(System.Globalization.CultureInfo.InvariantCulture)), new() { ProviderName = "p", InstanceName = "p" });

    private void Save(int number, LLMResponse response) => _store.Save(Key(number), response, Hour);
}
