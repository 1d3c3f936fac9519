using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

public sealed class RateLimitersTests
{
    private const string Model = "openai/gpt-oss-120b";
    private const LLMRateLimitKind Tpm = LLMRateLimitKind.TokensPerMinute;
    private const LLMRateLimitKind Rpm = LLMRateLimitKind.RequestsPerMinute;

    [Fact]
    public void Groq_starts_from_the_free_plan()
    {
        using var services = Create(new());

        var limiter = Limiters(services).Get("groq", Model)!;

        Assert.Equal(
            [30L, 1_000L, 8_000L, 200_000L, null, null], Enum.GetValues<LLMRateLimitKind>().Select(limiter.LimitOf));
        Assert.Equal((true, false), (limiter.Vendor.CountsOutputCap, limiter.Vendor.CountsCachedTokens));
    }

    [Theory]
    [InlineData("developer")]
    [InlineData("Developer")]
    public void Plan_can_be_named(string plan)
    {
        using var services = Create(new() { ["JobWise:Llm:Providers:groq:Plan"] = plan });

        var limiter = Limiters(services).Get("groq", Model)!;

        Assert.Equal((1_000, 250_000, null), (limiter.LimitOf(Rpm), limiter.LimitOf(Tpm), limiter.LimitOf(LLMRateLimitKind.TokensPerDay)));
    }

    [Fact]
    public void Configured_limits_go_before_the_plan_and_those_of_a_model_before_the_instances()
    {
        using var services = Create(new()
        {
            ["JobWise:Llm:Providers:groq:RateLimits:TokensPerMinute"] = "5000",
            ["JobWise:Llm:Providers:groq:RateLimits:RequestsPerMinute"] = "7",
            ["JobWise:Llm:Providers:groq:RateLimits:Models:0:Model"] = Model,
            ["JobWise:Llm:Providers:groq:RateLimits:Models:0:TokensPerMinute"] = "6000",
        });

        var (named, other) = (Limiters(services).Get("groq", Model)!, Limiters(services).Get("groq", "openai/gpt-oss-20b")!);

        Assert.Equal((6_000, 7, 1_000), (named.LimitOf(Tpm), named.LimitOf(Rpm), named.LimitOf(LLMRateLimitKind.RequestsPerDay)));
        Assert.Equal((5_000, 7), (other.LimitOf(Tpm), other.LimitOf(Rpm)));
    }

    [Fact]
    public void Unknown_vendor_or_model_has_no_limits()
    {
        using var services = Create(new());

        Assert.Null(Limiters(services).Get("groq", "unheard-of")!.LimitOf(Tpm));
        Assert.Null(Limiters(services).Get("second", "m")!.LimitOf(Tpm));
    }

    [Fact]
    public void Same_lane_has_the_same_limiter_and_another_model_another()
    {
        using var services = Create(new());
        var limiters = Limiters(services);

        Assert.Same(limiters.Get("groq", Model), limiters.Get("GROQ", Model));
        Assert.Same(limiters.Get("groq", "groq-default"), limiters.Get("groq", null));
        Assert.NotSame(limiters.Get("groq", Model), limiters.Get("groq", "openai/gpt-oss-20b"));
    }

    [Fact]
    public void Two_instances_with_one_account_share_a_limiter_and_its_lowest_limits()
    {
        using var services = Create(
            new()
            {
                ["JobWise:Llm:Providers:groq:RateLimits:TokensPerMinute"] = "5000",
                ["JobWise:Llm:Providers:second:RateLimits:TokensPerMinute"] = "4000",
                ["JobWise:Llm:Providers:second:RateLimits:RequestsPerMinute"] = "9",
            },
            account: "a1");
        var limiters = Limiters(services);

        var (first, second) = (limiters.Get("groq", Model), limiters.Get("second", Model));

        Assert.Same(first, second);
        Assert.Equal((4_000, 9), (first!.LimitOf(Tpm), first.LimitOf(Rpm)));
    }

    [Theory]
    [InlineData("groq", "second")]
    [InlineData("second", "groq")]
    public void Named_plan_of_one_instance_holds_for_all_of_its_account_whoever_is_used_first(string first, string second)
    {
        using var services = Create(new() { ["JobWise:Llm:Providers:groq:Plan"] = "developer" }, account: "a1");
        var limiters = Limiters(services);

        limiters.Get(first, Model);
        limiters.Get(second, Model);

        Assert.Equal(250_000, limiters.Get(first, Model)!.LimitOf(Tpm));
    }

    [Theory]
    [InlineData("free", "developer")]
    [InlineData("developer", "free")]
    public void Of_two_plans_that_are_named_for_one_account_the_lesser_holds(string groq, string second)
    {
        using var services = Create(
            new() { ["JobWise:Llm:Providers:groq:Plan"] = groq, ["JobWise:Llm:Providers:second:Plan"] = second }, account: "a1");
        var limiters = Limiters(services);

        limiters.Get("groq", Model);

        Assert.Equal(8_000, limiters.Get("second", Model)!.LimitOf(Tpm));
    }

    [Fact]
    public void Plan_that_is_no_longer_named_is_presumed_again()
    {
        using var services = Create(new() { ["JobWise:Llm:Providers:groq:Plan"] = "developer" }, account: "a1");
        Limiters(services).Get("groq", Model);

        Set(services, "JobWise:Llm:Providers:groq:Plan", null);

        Assert.Equal(8_000, Limiters(services).Get("groq", Model)!.LimitOf(Tpm));
    }

    [Fact]
    public void Instances_of_which_no_account_is_known_are_kept_apart()
    {
        using var services = Create(new());

        Assert.NotSame(Limiters(services).Get("groq", Model), Limiters(services).Get("second", Model));
    }

    [Fact]
    public void Account_can_be_named_for_instances_with_different_keys()
    {
        using var services = Create(new() { ["JobWise:Llm:Providers:groq:Account"] = "ours", ["JobWise:Llm:Providers:second:Account"] = "ours" });

        Assert.Same(Limiters(services).Get("groq", Model), Limiters(services).Get("second", Model));
    }

    [Fact]
    public void Rotated_key_gets_a_limiter_of_its_own()
    {
        using var services = Create(new(), account: "a1");
        var before = Limiters(services).Get("groq", Model);
        var provider = (FakeProvider)services.GetRequiredService<ProviderDirectory>().Get("groq");

        provider.Metadata = provider.Metadata with { Account = "a2" };

        Assert.NotSame(before, Limiters(services).Get("groq", Model));
    }

    [Fact]
    public async Task Reload_changes_the_limits_and_keeps_what_is_in_use()
    {
        using var services = Create(new() { ["JobWise:Llm:Providers:groq:RateLimits:TokensPerMinute"] = "5000" });
        var limiter = Limiters(services).Get("groq", Model)!;
        _ = await limiter.ReserveAsync(LimiterUnderTest.Ask(3_000), TimeSpan.Zero, default);

        Set(services, "JobWise:Llm:Providers:groq:RateLimits:TokensPerMinute", "4000");
        Set(services, "JobWise:Llm:RateLimiting:Mode", "strict");

        Assert.Same(limiter, Limiters(services).Get("groq", Model));
        Assert.Equal(4_000, limiter.LimitOf(Tpm));
        Assert.InRange(limiter.UsedOf(Tpm)!.Value, 1, 3_000);
    }

    [Fact]
    public void Switched_off_gives_no_limiter()
    {
        using var services = Create(new() { ["JobWise:Llm:RateLimiting:IsEnabled"] = "false" });

        Assert.Null(Limiters(services).Get("groq", Model));
    }

    [Fact]
    public void Shipped_limits_name_their_day_sources_and_known_kinds_only()
    {
        var presets = new RateLimitPresets();

        Assert.Equal(new DateOnly(2026, 10, 1), presets.DataDate);
        Assert.Equal(["free", "developer"], presets.PlanNames);
        Assert.Equal(8_000, presets.Find("groq", Model)[0][Tpm]);
        Assert.False(presets.Vendor("nobody").CountsOutputCap);
    }

    [Fact]
    public void Settings_have_the_documented_defaults()
    {
        var options = new LLMPipelineOptions().RateLimiting;

        Assert.Equal((true, LLMRateLimitMode.Mirror, false), (options.IsEnabled, options.Mode, options.FitOutput));
    }

    [Theory]
    [InlineData("JobWise:Llm:RateLimiting:Mode", "exact", "must be one of Mirror, Strict")]
    [InlineData("JobWise:Llm:RateLimiting:IsEnabled", "yes", "must be true or false")]
    [InlineData("JobWise:Llm:Providers:groq:RateLimits:RequestsPerMinute", "0", "must be a whole number above 0, such as 30")]
    [InlineData("JobWise:Llm:Providers:groq:RateLimits:TokensPerDay", "1e6", "must be a whole number above 0, such as 8000")]
    [InlineData("JobWise:Llm:Providers:groq:RateLimits:Models:0:TokensPerMinute", "-1", "must be a whole number above 0, such as 8000")]
    public void Wrong_value_in_the_configuration_names_key_value_and_cure(string key, string value, string cure)
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(
            new() { [key] = value, ["JobWise:Llm:Providers:groq:RateLimits:Models:0:Model"] = "m" }, providers: "groq");

        Assert.Equal([$"{key} is '{value}', but {cure}."], failures);
    }

    [Theory]
    [InlineData("JobWise:Llm:RateLimiting:Fit", "IsEnabled, FitOutput, Mode")]
    [InlineData("JobWise:Llm:Providers:groq:RateLimits:Rpm", "RequestsPerMinute, RequestsPerDay, TokensPerMinute, TokensPerDay, InputTokensPerMinute, OutputTokensPerMinute, Models")]
    public void Unknown_key_names_it_and_the_known_ones(string key, string known)
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { [key] = "1" }, providers: "groq");

        Assert.Equal([$"{key} is not a setting; known here: {known}. Correct the name or remove it."], failures);
    }

    [Fact]
    public void Wrong_values_in_code_are_reported_with_key_value_and_cure()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(
            new(),
            options =>
            {
                options.RateLimiting.Mode = (LLMRateLimitMode)7;
                options.ConfigureProvider("groq", settings =>
                {
                    settings.Plan = "gold";
                    settings.RateLimits.RequestsPerDay = 0;
                    settings.RateLimits.Models.Add(new LLMModelRateLimitOptions { OutputTokensPerMinute = -1 });
                });
            },
            providers: "groq");

        Assert.Equal(
            [
                "LLMPipelineOptions.RateLimiting.Mode is '7', but must be one of Mirror, Strict.",
                "LLMPipelineOptions.Providers[\"groq\"].Plan is 'gold', but must be one of free, developer. For another plan set RateLimits.",
                "LLMPipelineOptions.Providers[\"groq\"].RateLimits.RequestsPerDay is '0', but must be a whole number above 0, such as 30.",
                "LLMPipelineOptions.Providers[\"groq\"].RateLimits.Models[0].Model is not set. Set it to the model's id, such as openai/gpt-oss-20b.",
                "LLMPipelineOptions.Providers[\"groq\"].RateLimits.Models[0].OutputTokensPerMinute is '-1', but must be a whole number above 0, such as 8000.",
            ],
            failures);
    }

    private static RateLimiters Limiters(IServiceProvider services) => services.GetRequiredService<RateLimiters>();

    private static void Set(IServiceProvider services, string key, string? value)
    {
        var configuration = (IConfigurationRoot)services.GetRequiredService<IConfiguration>();
        configuration[key] = value;
        configuration.Reload();
    }

    /// <summary>Two instances of Groq, <c>groq</c> and <c>second</c>; the second is of an unknown vendor unless both have an account.</summary>
    private static ServiceProvider Create(Dictionary<string, string?> settings, string? account = null)
    {
        settings["JobWise:Llm:Provider"] = "groq";
        return OptionsUnderTest.Create(settings, build: builder => builder
            .AddProvider("groq", (_, name) => Instance(name, "groq", account))
            .AddProvider("second", (_, name) => Instance(name, account is null && settings.Count == 1 ? "other" : "groq", account)));
    }

    private static FakeProvider Instance(string name, string vendor, string? account)
    {
        var provider = new FakeProvider(name);
        provider.Metadata = provider.Metadata with { ProviderName = vendor, Account = account };
        return provider;
    }
}
