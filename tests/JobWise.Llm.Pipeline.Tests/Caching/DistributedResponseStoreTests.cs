using System.Collections;
using System.Text;
using System.Text.Json;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline.Tests;

public sealed class DistributedResponseStoreTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(500);

    // What a hit sets anew, and what no kept answer has.
    private static readonly string[] NotStored = ["Cost", "GenerationTime", "TimeToFirstToken", "RateLimits", "IsCached", "IsBatch"];

    private readonly TwoClockTimeProvider _time = new();
    private readonly SettingsUnderTest _settings = new(_ => { });
    private readonly FakeDistributedCache _cache = new();
    private readonly RecordingLogger _log = new();
    private readonly DistributedResponseStore _store;

    public DistributedResponseStoreTests() => _store = new(_cache, _settings.Current, _time, _log);

    public static TheoryData<string> Garbage =>
    [
        "", "no JSON", "null", "[]", "{}", """{"v":1}""", """{"v":"1","key":"KEY"}""", """{"v":2,"key":"KEY"}""", """{"v":1,"key":"KEY","role":7}""",
        """{"v":1,"key":"KEY","role":"assistant","parts":[{"text":null}]}""", """{"v":1,"key":"KEY","role":"assistant","parts":[{"text":"cut""", "\u0001\u0002",
    ];

    private static LLMCacheKey Key => LLMCacheKey.Of(Some.Request, new() { ProviderName = "p", InstanceName = "p" });

    private static string Name => "jobwise-llm:" + Key;

    public void Dispose()
    {
        _store.Dispose();
        _settings.Dispose();
    }

    [Fact]
    public async Task FindAsync_of_a_saved_response_gives_all_of_it_save_what_a_hit_sets_anew()
    {
        var saved = FullResponse.Create();

        Save(saved);
        var found = await FindAsync();

        foreach (var property in typeof(LLMResponse).GetProperties().Where(property => property.Name is not "Route" && !NotStored.Contains(property.Name)))
        {
            Assert.Equal(Describe(property.GetValue(saved)), Describe(property.GetValue(found)));
        }

        Assert.Equal("groq", found!.Route!.Instance);
        Assert.Empty(_log.Entries);
    }

    /// <summary>So that a new property cannot be forgotten: the sample must set every one.</summary>
    [Fact]
    public void The_sample_sets_every_property_that_is_stored()
    {
        var sample = FullResponse.Create();

        Assert.DoesNotContain(sample.GetType().GetProperties().Where(property => !NotStored.Contains(property.Name)), property => IsUnset(property.GetValue(sample)));
        Assert.DoesNotContain(typeof(LLMUsage).GetProperties(), property => IsUnset(property.GetValue(sample.Usage)));
    }

    [Fact]
    public void Save_lets_the_cache_forget_after_the_time_to_live()
    {
        Save(Some.Response());

        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(_cache.Writes).AbsoluteExpirationRelativeToNow);
    }

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task FindAsync_of_an_entry_that_cannot_be_read_is_a_miss_and_says_so_without_its_content(string entry)
    {
        _cache.Entries[Name] = Encoding.UTF8.GetBytes(entry.Replace("KEY", Key.ToString(), StringComparison.Ordinal));

        var length = _cache.Entries[Name].Length;
        Assert.Null(await FindAsync());

        var (level, id, text) = Assert.Single(_log.Entries);
        Assert.Equal((LogLevel.Warning, 53), (level, id.Id));
        Assert.StartsWith($"The entry {Name} of the distributed response cache cannot be read, {length} bytes; it counts as missing", text, StringComparison.Ordinal);
        Assert.False(_cache.Entries.ContainsKey(Name));
    }

    [Fact]
    public async Task FindAsync_of_the_entry_of_another_key_is_a_miss()
    {
        var other = LLMCacheKey.Of(LLMRequest.FromPrompt("other"), new() { ProviderName = "p", InstanceName = "p" });
        _store.Save(other, Some.Response(), TimeSpan.FromHours(1));
        _cache.Entries[Name] = _cache.Entries["jobwise-llm:" + other];

        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task FindAsync_of_every_beginning_of_an_entry_is_a_miss()
    {
        Save(FullResponse.Create());
        var whole = _cache.Entries[Name];

        for (var length = 0; length < whole.Length; length++)
        {
            _cache.Entries[Name] = whole[..length];
            Assert.Null(await FindAsync());
        }
    }

    [Fact]
    public async Task A_cache_that_is_down_is_passed_by_and_its_fall_and_rise_are_each_said_once()
    {
        _cache.Before = () => throw new IOException("down");
        Save(Some.Response());
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await FindAsync());
        _cache.Before = () => Task.CompletedTask;
        _time.Advance(TimeSpan.FromSeconds(5));
        Save(Some.Response());
        Assert.NotNull(await FindAsync());

        Assert.Equal(
            [
                "The distributed response cache failed with IOException or was slower than 500 ms; calls go on without it",
                "The distributed response cache works again",
            ],
            _log.Texts.Select(text => text.Trim()));
    }

    [Fact]
    public async Task A_cache_that_is_down_is_left_alone_for_five_seconds()
    {
        _cache.Before = () => throw new IOException("down");
        await FindAsync();

        _time.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        await FindAsync();
        Assert.Equal(1, _cache.Reads);
        _time.Advance(TimeSpan.FromTicks(1));
        await FindAsync();

        Assert.Equal(2, _cache.Reads);
    }

    [Fact]
    public async Task FindAsync_of_an_entry_with_any_byte_changed_is_a_miss()
    {
        Save(FullResponse.Create());
        var whole = _cache.Entries[Name];

        for (var place = 0; place < whole.Length; place++)
        {
            foreach (var value in "\0\"{}[]:,01tx\u00ff".Select(letter => (byte)letter))
            {
                var changed = whole.ToArray();
                changed[place] = value;
                _cache.Entries[Name] = changed;
                Assert.Equal(whole[place] == value, await FindAsync() is not null);
            }
        }
    }

    [Fact]
    public async Task A_cache_that_is_too_slow_is_passed_by_after_the_limit()
    {
        Save(Some.Response());
        var never = new TaskCompletionSource();
        _cache.Before = () => never.Task;

        var find = FindAsync();
        _time.Advance(Limit - TimeSpan.FromTicks(1));
        Assert.False(find.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Null(await find);
        never.SetException(new IOException("too late"));
    }

    [Fact]
    public async Task FindAsync_that_its_caller_cancels_ends_with_the_callers_token_and_blames_nobody()
    {
        using var source = new CancellationTokenSource();
        _cache.Before = () => new TaskCompletionSource().Task;

        var find = _store.FindAsync(Key, source.Token).AsTask();
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => find)).CancellationToken);
        Assert.Empty(_log.Entries);
    }

    [Fact]
    public void Save_of_what_cannot_be_written_keeps_nothing()
    {
        Save(Some.Response() with { Message = LLMMessage.Of(LLMRole.Assistant, new LLMReasoningPart { ProviderBlob = default(JsonElement) }) });
        Save(Some.Response() with { Message = LLMMessage.Of(LLMRole.Assistant, new LLMImagePart { Bytes = new byte[] { 1 } }) });

        Assert.Empty(_cache.Entries);
    }

    [Fact]
    public void FindNow_of_an_answer_that_is_still_being_stored_finds_it() => VirtualThread.Run(() =>
    {
        var gate = Hold();
        Save(Some.Response());

        Assert.Equal("Hello", _store.FindNow(Key)!.Text);
        gate.SetResult();

        Assert.Null(_store.FindNow(Key));
        Assert.Single(_cache.Entries);
    });

    [Fact]
    public void Save_that_is_too_slow_is_given_up_after_the_limit() => VirtualThread.Run(() =>
    {
        Hold();
        Save(Some.Response());

        _time.Advance(Limit);

        Assert.Null(_store.FindNow(Key));
        Assert.Equal("The distributed response cache failed with TaskCanceledException or was slower than 500 ms; calls go on without it", _log.Texts.Single().Trim());
    });

    [Fact]
    public async Task Save_of_more_than_may_be_under_way_is_dropped()
    {
        var gate = Hold();
        for (var i = 0; i <= SavesUnderWay.Most; i++)
        {
            _store.Save(LLMCacheKey.Of(LLMRequest.FromPrompt($"{i}"), new() { ProviderName = "p", InstanceName = "p" }), Some.Response(), TimeSpan.FromHours(1));
        }

        Assert.Equal((LogLevel.Debug, 54), (_log.Entries.Single().Level, _log.Entries.Single().Id.Id));
        gate.SetResult();
        await _store.DisposeAsync();
        Assert.Equal(SavesUnderWay.Most, _cache.Entries.Count);
    }

    [Fact]
    public async Task DisposeAsync_waits_for_the_saves_under_way_and_lets_no_more_begin()
    {
        var gate = Hold();
        Save(Some.Response());

        var disposal = _store.DisposeAsync();
        Save(Some.Response());
        Assert.False(disposal.IsCompleted);
        gate.SetResult();
        await disposal;

        Assert.Single(_cache.Writes);
    }

    [Fact]
    public void Dispose_gives_the_saves_under_way_up() => VirtualThread.Run(() =>
    {
        Hold();
        Save(Some.Response());

        _store.Dispose();

        Assert.Null(_store.FindNow(Key));
        Assert.Empty(_log.Entries);
    });

    private TaskCompletionSource Hold()
    {
        var gate = new TaskCompletionSource();
        _cache.Before = () => gate.Task;
        return gate;
    }

    private static bool IsUnset(object? value) => value is null or "" or false or ICollection { Count: 0 };

    private static string Describe(object? value) => JsonSerializer.Serialize(value switch
    {
        LLMMessage message => message.Parts.Select(part => JsonSerializer.Serialize(part, part.GetType())).Prepend(message.Role.Value),
        _ => value,
    });

    private Task<LLMResponse?> FindAsync() => _store.FindAsync(Key, CancellationToken.None).AsTask();

    private void Save(LLMResponse response) => _store.Save(Key, response, TimeSpan.FromHours(1));
}
