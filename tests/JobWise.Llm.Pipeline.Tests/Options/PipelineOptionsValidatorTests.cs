namespace JobWise.Llm.Pipeline.Tests;

public class PipelineOptionsValidatorTests
{
    private const string Number = "a number from 0 to 2, such as 0.3";
    private const string Tokens = "a whole number above 0, such as 2000";
    private const string Attempts = "a whole number from 1 to 10; it counts attempts, the first included";
    private const string Sends = "a whole number from 1 to 20, such as 4";
    private const string Time = "a time above 0 and up to one day, written hh:mm:ss, such as 00:00:30";
    private const string Delay = "a time from 100 ms to one hour, written hh:mm:ss, such as 00:00:01";
    private const string Hint = "a time from 0 to one hour, written hh:mm:ss, such as 00:01:00";
    private const string Seconds = "a number of seconds above 0 and up to 86400, such as 30";
    private const string Factor = "a number from 1 to 10, such as 2";

    [Theory]
    [InlineData("JobWise:Llm:Temperature", "abc", Number)]
    [InlineData("JobWise:Llm:Temperature", "-0.1", Number)]
    [InlineData("JobWise:Llm:Temperature", "2,1", Number)]
    [InlineData("JobWise:Llm:Temperature", "NaN", Number)]
    [InlineData("JobWise:Llm:MaxTokens", "0", Tokens)]
    [InlineData("JobWise:Llm:MaxTokens", "1.5", Tokens)]
    [InlineData("JobWise:Llm:Timeout", "60", Time)]
    [InlineData("JobWise:Llm:Timeout", "-00:00:01", Time)]
    [InlineData("JobWise:Llm:MostSends", "21", Sends)]
    [InlineData("JobWise:Llm:Retry:MaxAttempts", "0", Attempts)]
    [InlineData("JobWise:Llm:Retry:BaseDelay", "00:00:00.05", Delay)]
    [InlineData("JobWise:Llm:Retry:Factor", "0.5", Factor)]
    [InlineData("JobWise:Llm:Retry:MaxDelay", "02:00:00", Delay)]
    [InlineData("JobWise:Llm:Retry:MaxRetryAfter", "-00:00:01", Hint)]
    [InlineData("JobWise:Llm:AttemptTimeouts:FirstContent", "0:0:0", Time)]
    [InlineData("JobWise:Llm:AttemptTimeouts:Idle", "soon", Time)]
    [InlineData("JobWise:Llm:Providers:groq:MaxAttempts", "many", Attempts)]
    [InlineData("JobWise:Llm:Providers:groq:FirstContentTimeout", "30", Time)]
    [InlineData("JobWise:Llm:Providers:groq:IdleTimeout", "2.00:00:00", Time)]
    [InlineData("JobWise:Llm:Providers:groq:Temperature", "hot", Number)]
    [InlineData("JobWise:Llm:Providers:groq:MaxTokens", "-1", Tokens)]
    [InlineData("LLM_DEFAULT_TEMPERATURE", "abc", Number)]
    [InlineData("LLM_DEFAULT_MAX_TOKENS", "-5", Tokens)]
    [InlineData("LLM_MAX_RETRIES", "0", Attempts)]
    [InlineData("LLM_TIMEOUT_SECONDS", "0", Seconds)]
    [InlineData("GROQ_TIMEOUT", "1e3", Seconds)]
    [InlineData("GROQ_MAX_RETRIES", "three", Attempts)]
    public void A_wrong_value_in_the_configuration_names_key_value_and_cure(string key, string value, string cure)
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { [key] = value }, providers: "groq");

        Assert.Equal([$"{key} is '{value}', but must be {cure}."], failures);
    }

    [Fact]
    public void A_wrong_flag_names_key_value_and_cure()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { ["USE_GROQ_LLM"] = "maybe" }, providers: "groq");

        Assert.Equal(["USE_GROQ_LLM is 'maybe', but must be true or false."], failures);
    }

    [Theory]
    [InlineData("JobWise:Llm:Temprature", "Provider, Temperature, MaxTokens, Timeout, MostSends, Retry, AttemptTimeouts, CircuitBreaker, Routing, RateLimiting, Cache, Budgets, Guardrails, Providers, Workflows")]
    [InlineData("JobWise:Llm:Retry:Attempts", "MaxAttempts, BaseDelay, Factor, MaxDelay, MaxRetryAfter, BudgetRatio, BudgetFloor")]
    [InlineData("JobWise:Llm:AttemptTimeouts:First", "FirstContent, Idle, Attempt")]
    public void An_unknown_key_names_it_and_the_known_ones(string key, string known)
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { [key] = "1" }, providers: "groq");

        Assert.Equal([$"{key} is not a setting; known here: {known}. Correct the name or remove it."], failures);
    }

    [Fact]
    public void A_section_of_a_provider_that_nobody_registered_names_it_and_the_registered_ones()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(
            new() { ["JobWise:Llm:Provider"] = "groq", ["JobWise:Llm:Providers:grok:MaxAttempts"] = "2", ["JobWise:Llm:Providers:MOCK:MaxAttempts"] = "2" },
            providers: ["groq", "mock"]);

        Assert.Equal(
            [
                "JobWise:Llm:Providers:grok is for a provider that is not registered; registered: groq, mock. "
                + "Correct the name, register the provider, or remove the section.",
            ],
            failures);
    }

    [Fact]
    public void Sections_of_shipped_providers_may_serve_another_program()
    {
        using var services = OptionsUnderTest.Create(
            new() { ["JobWise:Llm:Providers:groq:MaxAttempts"] = "2", ["JobWise:Llm:Providers:Local:MaxAttempts"] = "2" }, providers: "mock");

        Assert.NotNull(services.GetService(typeof(CurrentSettings)));
    }

    [Fact]
    public void Keys_of_a_providers_own_and_sections_of_other_packages_are_left_to_them()
    {
        using var services = OptionsUnderTest.Create(new() { ["JobWise:Llm:Providers:groq:BaseUrl"] = "x", ["JobWise:Llm:Resume:Pages"] = "2" }, providers: "groq");

        Assert.NotNull(services.GetService(typeof(CurrentSettings)));
    }

    [Fact]
    public void Wrong_values_in_code_are_all_reported_at_once_with_key_value_and_cure()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new(), SetEverythingWrong, providers: "groq");

        Assert.Equal(
            [
                $"LLMPipelineOptions.Temperature is '3', but must be {Number}.",
                $"LLMPipelineOptions.MaxTokens is '-5', but must be {Tokens}.",
                $"LLMPipelineOptions.Timeout is '00:00:00', but must be {Time}.",
                $"LLMPipelineOptions.MostSends is '0', but must be {Sends}.",
                $"LLMPipelineOptions.AttemptTimeouts.FirstContent is '-00:00:01', but must be {Time}.",
                $"LLMPipelineOptions.AttemptTimeouts.Idle is '2.00:00:00', but must be {Time}.",
                $"LLMPipelineOptions.Retry.MaxAttempts is '11', but must be {Attempts}.",
                $"LLMPipelineOptions.Retry.BaseDelay is '00:00:00.0500000', but must be {Delay}.",
                $"LLMPipelineOptions.Retry.Factor is '0.5', but must be {Factor}.",
                $"LLMPipelineOptions.Retry.MaxDelay is '00:00:00.0010000', but must be {Delay}.",
                $"LLMPipelineOptions.Retry.MaxRetryAfter is '-00:00:01', but must be {Hint}.",
                "The retry's MaxDelay is 00:00:00.0010000, below its BaseDelay of 00:00:00.0500000. Raise JobWise:Llm:Retry:MaxDelay or lower BaseDelay.",
                $"LLMPipelineOptions.Providers[\"groq\"].MaxAttempts is '0', but must be {Attempts}.",
                $"LLMPipelineOptions.Providers[\"groq\"].FirstContentTimeout is '00:00:00', but must be {Time}.",
                $"LLMPipelineOptions.Providers[\"groq\"].IdleTimeout is '00:00:00', but must be {Time}.",
                $"LLMPipelineOptions.Providers[\"groq\"].Temperature is '-1', but must be {Number}.",
                $"LLMPipelineOptions.Providers[\"groq\"].MaxTokens is '0', but must be {Tokens}.",
            ],
            failures);
    }

    [Theory]
    [InlineData("JobWise:Llm:Provider", "groqq", "JobWise:Llm:Provider")]
    [InlineData("LLM_PROVIDER", "groqq", "LLM_PROVIDER")]
    [InlineData("USE_GROQ_LLM", "true", "USE_GROQ_LLM")]
    [InlineData("LLM_PROVIDER", "local", "LLM_PROVIDER")]
    public void A_provider_that_is_not_registered_names_the_key_and_the_call_that_adds_it(string key, string value, string named)
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { [key] = value }, providers: "mock");

        var name = value == "true" ? "groq" : value;
        Assert.Equal([$"{named} is '{name}'. {new LLMProviderNotRegisteredException(name, ["mock"]).Message}"], failures);
    }

    [Fact]
    public void A_provider_set_in_code_that_is_not_registered_names_the_option_and_the_call_that_adds_it()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new(), options => options.Provider = "groq", providers: "mock");

        Assert.Equal(
            [
                "LLMPipelineOptions.Provider is 'groq'. The provider 'groq' is not registered; registered: mock. "
                + "Add it with AddGroq() from the package JobWise.Llm.Groq.",
            ],
            failures);
    }

    [Fact]
    public void No_provider_at_all_names_two_ways_to_get_one()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new());

        Assert.Equal(
            [
                "No provider is registered. Add one to the builder that AddJobWiseLlm() returns, such as AddGroq() from the package "
                + "JobWise.Llm.Groq, or AddMock() from JobWise.Llm.Mock to work without a key.",
            ],
            failures);
    }

    [Fact]
    public void Two_providers_and_none_chosen_lists_both()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new(), providers: ["groq", "mock"]);

        Assert.Equal(["JobWise:Llm:Provider is not set, and 2 providers are registered: groq, mock. Set it, or LLM_PROVIDER, to one of them."], failures);
    }

    [Fact]
    public void Flat_names_without_any_configuration_say_how_to_give_one()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(null, providers: "groq");

        Assert.Equal(
            ["AddJobWiseLlmEnvironment() reads IConfiguration, and none is registered. Pass one to AddJobWiseLlm(configuration), or use a host."], failures);
    }

    private static void SetEverythingWrong(LLMPipelineOptions options)
    {
        (options.Temperature, options.MaxTokens, options.Timeout, options.MostSends) = (3, -5, TimeSpan.Zero, 0);
        (options.AttemptTimeouts.FirstContent, options.AttemptTimeouts.Idle) = (TimeSpan.FromSeconds(-1), TimeSpan.FromDays(2));
        (options.Retry.MaxAttempts, options.Retry.Factor, options.Retry.MaxRetryAfter) = (11, 0.5, TimeSpan.FromSeconds(-1));
        (options.Retry.BaseDelay, options.Retry.MaxDelay) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(1));
        options.ConfigureProvider("groq", groq =>
        {
            (groq.MaxAttempts, groq.Temperature, groq.MaxTokens) = (0, -1, 0);
            (groq.FirstContentTimeout, groq.IdleTimeout) = (TimeSpan.Zero, TimeSpan.Zero);
        });
    }
}
