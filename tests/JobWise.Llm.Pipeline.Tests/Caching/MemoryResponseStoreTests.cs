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
    public async Task FindNow_until_the_time_to_live_gives_the_very_response()
    {
        var response = Some.Response();
        await SaveAsync(1, response);
        _time.Advance(Hour - TimeSpan.FromTicks(1));

        Assert.Same(response, _store.FindNow(Key(1)));

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Null(_store.FindNow(Key(1)));
        Assert.Equal((0, 0), (_store.Count, _store.Characters));
    }

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task FindNow_after_a_step_of_the_wall_clock_is_unmoved(int days)
    {
        await SaveAsync(1, Some.Response());

        _time.StepWallClock(TimeSpan.FromDays(days));

        Assert.NotNull(_store.FindNow(Key(1)));
    }

    [Fact]
    public async Task SaveAsync_of_one_too_many_drops_the_one_used_longest_ago()
    {
        await SaveAsync(1, Some.Response());
        await SaveAsync(2, Some.Response());
        await SaveAsync(3, Some.Response());
        _store.FindNow(Key(1));

        await SaveAsync(4, Some.Response());

        Assert.Equal([true, false, true, true], Enumerable.Range(1, 4).Select(number => _store.FindNow(Key(number)) is not null));
    }

    [Fact]
    public async Task SaveAsync_of_too_many_characters_drops_until_the_rest_fits()
    {
        await SaveAsync(1, Some.Response(text: new string('a', 50)));
        await SaveAsync(2, Some.Response(text: new string('b', 50)));

        await SaveAsync(3, Some.Response(text: new string('c', 51)));

        Assert.Equal((1, 51), (_store.Count, _store.Characters));
    }

    [Fact]
    public async Task SaveAsync_of_one_that_never_fits_keeps_nothing()
    {
        await SaveAsync(1, Some.Response(text: new string('a', 101)));

        Assert.Equal((0, 0), (_store.Count, _store.Characters));
    }

    [Fact]
    public async Task SaveAsync_under_the_same_key_replaces_and_begins_anew()
    {
        await SaveAsync(1, Some.Response(text: "old"));
        _time.Advance(Hour / 2);
        await SaveAsync(1, Some.Response(text: "newer"));
        _time.Advance(Hour / 2);

        Assert.Equal("newer", _store.FindNow(Key(1))!.Text);
        Assert.Equal((1, 5), (_store.Count, _store.Characters));
    }

    private static LLMCacheKey Key(int number) =>
        LLMCacheKey.Of(LLMRequest.FromPrompt(number.ToString(System.Globalization.CultureInfo.InvariantCulture)), new() { ProviderName = "p", InstanceName = "p" });

    private async Task SaveAsync(int number, LLMResponse response) => await _store.SaveAsync(Key(number), response, Hour, CancellationToken.None);
}
