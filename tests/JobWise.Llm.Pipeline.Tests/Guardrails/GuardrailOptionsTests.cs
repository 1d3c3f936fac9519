namespace JobWise.Llm.Pipeline.Tests.Guardrails;

public class GuardrailOptionsTests
{
    private const string Section = "JobWise:Llm:Guardrails:";
    private const string Characters = "a whole number from 0 (no limit) to 100000000, such as 50000";
    private const string Threshold = "a number above 0 and up to 1, such as 0.5";
    private const string Injection = "Off, Log, Reject or Hook";
    private const string Secrets = "Off, Log, Reject or Redact";

    [Theory]
    [InlineData("MaxMessageCharacters", "-1", Characters)]
    [InlineData("Injection", "Redact", Injection)]
    [InlineData("Injection", "2", Injection)]
    [InlineData("InjectionThreshold", "0", Threshold)]
    [InlineData("InjectionThreshold", "1.1", Threshold)]
    [InlineData("Secrets", "hook", Secrets)]
    [InlineData("InvalidJson", "warn", "Off, Log or Reject")]
    [InlineData("CleanOutput", "yes", "true or false")]
    [InlineData("Workflows:x:MaxMessageCharacters", "many", Characters)]
    [InlineData("Workflows:x:Secrets", "Block", Secrets)]
    [InlineData("Workflows:x:BufferStreams", "1", "true or false")]
    public void A_wrong_value_in_the_configuration_names_key_value_and_cure(string key, string value, string cure)
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { [Section + key] = value }, providers: "groq");

        Assert.Equal([$"{Section}{key} is '{value}', but must be {cure}."], failures);
    }

    [Theory]
    [InlineData("Injektion", "MaxMessageCharacters, Injection, InjectionThreshold, ScanAllRoles, Secrets, TrimOutput, CleanOutput, InvalidJson, BufferStreams, Workflows")]
    [InlineData("Workflows:x:Trim", "MaxMessageCharacters, Injection, InjectionThreshold, ScanAllRoles, Secrets, TrimOutput, CleanOutput, InvalidJson, BufferStreams")]
    public void An_unknown_key_names_it_and_the_known_ones(string key, string known)
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { [Section + key] = "1" }, providers: "groq");

        Assert.Equal([$"{Section}{key} is not a setting; known here: {known}. Correct the name or remove it."], failures);
    }

    [Fact]
    public void Wrong_values_in_code_are_all_reported_at_once()
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new(), options => SetEverythingWrong(options.Guardrails), providers: "groq");

        Assert.Equal(
            [
                $"LLMPipelineOptions.Guardrails.MaxMessageCharacters is '-1', but must be {Characters}.",
                $"LLMPipelineOptions.Guardrails.Injection is 'Redact', but must be {Injection}.",
                $"LLMPipelineOptions.Guardrails.InjectionThreshold is '0', but must be {Threshold}.",
                $"LLMPipelineOptions.Guardrails.Secrets is 'Hook', but must be {Secrets}.",
                "LLMPipelineOptions.Guardrails.InvalidJson is '9', but must be Off, Log or Reject.",
                $"LLMPipelineOptions.Guardrails.Workflows[\"x\"].InjectionThreshold is '2', but must be {Threshold}.",
            ],
            failures);
    }

    [Theory]
    [InlineData("Injection")]
    [InlineData("Workflows:x:Injection")]
    public void A_hook_that_is_asked_for_and_missing_names_the_key_and_the_cure(string key)
    {
        var failures = OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { [Section + key] = "Hook" }, providers: "groq");

        Assert.Equal(
            [$"{Section}{key} is 'Hook', and there is no hook. Set LLMPipelineOptions.Guardrails.InjectionHook in code, or choose Off, Log or Reject."],
            failures);
    }

    [Fact]
    public async Task Every_key_of_the_section_arrives()
    {
        await using var pipeline = PipelineUnderTest.Create(settings: new()
        {
            [Section + "MaxMessageCharacters"] = "7",
            [Section + "Injection"] = "reject",
            [Section + "InjectionThreshold"] = "0.7",
            [Section + "ScanAllRoles"] = "true",
            [Section + "Secrets"] = "Redact",
            [Section + "TrimOutput"] = "false",
            [Section + "CleanOutput"] = "false",
            [Section + "InvalidJson"] = "Off",
            [Section + "BufferStreams"] = "true",
            [Section + "Workflows:X:Secrets"] = "Off",
        });
        _ = pipeline.Service;

        var options = ((CurrentSettings)pipeline.Services.GetService(typeof(CurrentSettings))!).Value.Options.Guardrails;

        Assert.Equal((7, LLMGuardrailAction.Reject, 0.7, true), (options.MaxMessageCharacters, options.Injection, options.InjectionThreshold, options.ScanAllRoles));
        Assert.Equal((LLMGuardrailAction.Redact, false, false), (options.Secrets, options.TrimOutput, options.CleanOutput));
        Assert.Equal((LLMGuardrailAction.Off, true), (options.InvalidJson, options.BufferStreams));
        Assert.Equal(LLMGuardrailAction.Off, options.Workflows["x"].Secrets);
    }

    private static void SetEverythingWrong(LLMGuardrailOptions options)
    {
        options.MaxMessageCharacters = -1;
        options.Injection = LLMGuardrailAction.Redact;
        options.InjectionThreshold = 0;
        options.Secrets = LLMGuardrailAction.Hook;
        options.InvalidJson = (LLMGuardrailAction)9;
        options.Workflows["x"] = new LLMWorkflowGuardrailOptions { InjectionThreshold = 2 };
    }
}
