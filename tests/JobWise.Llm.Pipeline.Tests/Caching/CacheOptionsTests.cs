using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline.Tests;

public class CacheOptionsTests
{
    private const string TimeToLive = "a time from one second to 30 days, written hh:mm:ss or d.hh:mm:ss, such as 01:00:00";
    private const string StoreTimeout = "a time from 10 ms to 30 s, written hh:mm:ss, such as 00:00:00.5";
    private const string MaxEntries = "a whole number from 1 to 10000000, such as 10000";
    private const string MaxCharacters = "a whole number from 1 to 1000000000000, such as 32000000";

    [Theory]
    [InlineData("TimeToLive", "0:0:0.5", TimeToLive)]
    [InlineData("TimeToLive", "31.00:00:00", TimeToLive)]
    [InlineData("TimeToLive", "60", TimeToLive)]
    [InlineData("MaxEntries", "0", MaxEntries)]
    [InlineData("MaxEntries", "many", MaxEntries)]
    [InlineData("MaxCharacters", "-1", MaxCharacters)]
    [InlineData("StoreTimeout", "00:01:00", StoreTimeout)]
    [InlineData("Workflows:w:TimeToLive", "never", TimeToLive)]
    [InlineData("IsEnabled", "yes", "true or false")]
    [InlineData("UseDistributed", "1", "true or false")]
    public void A_wrong_value_names_key_value_and_cure(string key, string value, string cure)
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { ["JobWise:Llm:Cache:" + key] = value }, providers: "groq");

        Assert.Equal([$"JobWise:Llm:Cache:{key} is '{value}', but must be {cure}."], failures);
    }

    [Fact]
    public void Wrong_values_set_in_code_are_reported_all_at_once()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(
            [],
            options =>
            {
                (options.Cache.TimeToLive, options.Cache.MaxEntries, options.Cache.MaxCharacters, options.Cache.StoreTimeout) = (default, 0, 0, default);
                options.Cache.Workflows["w"] = new() { TimeToLive = TimeSpan.FromDays(31) };
            },
            providers: "groq");

        Assert.Equal(
            [
                $"LLMPipelineOptions.Cache.TimeToLive is '00:00:00', but must be {TimeToLive}.",
                $"LLMPipelineOptions.Cache.MaxEntries is '0', but must be {MaxEntries}.",
                $"LLMPipelineOptions.Cache.MaxCharacters is '0', but must be {MaxCharacters}.",
                $"LLMPipelineOptions.Cache.StoreTimeout is '00:00:00', but must be {StoreTimeout}.",
                $"LLMPipelineOptions.Cache.Workflows[\"w\"].TimeToLive is '31.00:00:00', but must be {TimeToLive}.",
            ],
            failures);
    }

    [Theory]
    [InlineData("Enabled", "IsEnabled, TimeToLive, MaxEntries, MaxCharacters, UseDistributed, StoreTimeout, SigningKey, Workflows")]
    [InlineData("Workflows:w:Time", "IsEnabled, TimeToLive")]
    public void An_unknown_key_names_the_known_ones(string key, string known)
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { ["JobWise:Llm:Cache:" + key] = "1" }, providers: "groq");

        Assert.Equal([$"JobWise:Llm:Cache:{key} is not a setting; known here: {known}. Correct the name or remove it."], failures);
    }

    [Fact]
    public void A_distributed_cache_that_is_not_registered_is_reported()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { ["JobWise:Llm:Cache:UseDistributed"] = "true" }, providers: "groq");

        Assert.Equal(
            ["JobWise:Llm:Cache:UseDistributed is true, but no IDistributedCache is registered. Register one, such as with AddStackExchangeRedisCache(), or set it to false."],
            failures);
    }

    [Fact]
    public void The_section_sets_everything()
    {
        using var services = OptionsUnderTest.Create(
            new()
            {
                ["JobWise:Llm:Cache:IsEnabled"] = "true",
                ["JobWise:Llm:Cache:TimeToLive"] = "1.00:00:00",
                ["JobWise:Llm:Cache:MaxEntries"] = "5",
                ["JobWise:Llm:Cache:MaxCharacters"] = "6",
                ["JobWise:Llm:Cache:UseDistributed"] = "true",
                ["JobWise:Llm:Cache:StoreTimeout"] = "00:00:02",
                ["JobWise:Llm:Cache:Workflows:w:IsEnabled"] = "false",
            },
            build: builder => builder.Services.AddSingleton<IDistributedCache>(new FakeDistributedCache()),
            providers: "groq");

        var cache = services.GetRequiredService<IOptions<LLMPipelineOptions>>().Value.Cache;

        Assert.Equal((true, TimeSpan.FromDays(1), 5, 6L, true), (cache.IsEnabled, cache.TimeToLive, cache.MaxEntries, cache.MaxCharacters, cache.UseDistributed));
        Assert.Equal((TimeSpan.FromSeconds(2), false), (cache.StoreTimeout, cache.Workflows["W"].IsEnabled));
    }

    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        var cache = new LLMCacheOptions();

        Assert.Equal((false, TimeSpan.FromHours(1), 10_000, 32_000_000L), (cache.IsEnabled, cache.TimeToLive, cache.MaxEntries, cache.MaxCharacters));
        Assert.Equal((false, TimeSpan.FromMilliseconds(500)), (cache.UseDistributed, cache.StoreTimeout));
    }
}
