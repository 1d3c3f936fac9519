using JobWise.Llm.TestKit;

namespace JobWise.Llm.OpenAI.Tests;

public sealed class OpenAIRequestTests
{
    private static readonly LLMRequest Warm = LLMRequest.FromPrompt("Hi") with { Temperature = 0.4, MaxTokens = 100 };

    [Fact]
    public async Task Body_model_that_takes_a_temperature_gets_it()
    {
        var (_, body, warnings) = await Some.Sent(Warm with { Model = "gpt-4.1-mini" });

        JsonAssert.Equal(
            """{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"Hi"}],"temperature":0.4,"max_completion_tokens":100}""", body);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("gpt-6-luna")]
    [InlineData("gpt-6.1-terra")]
    [InlineData("gpt-5.6-luna")]
    [InlineData("o4-mini")]
    public async Task Body_reasoning_model_gets_no_temperature_and_the_caller_a_warning(string model)
    {
        var (_, body, warnings) = await Some.Sent(Warm with { Model = model });

        JsonAssert.Equal($$$"""{"model":"{{{model}}}","messages":[{"role":"user","content":"Hi"}],"max_completion_tokens":100}""", body);
        Assert.Equal(("option_ignored", "Temperature"), (Assert.Single(warnings).Code, warnings[0].Option));
    }

    [Fact]
    public async Task Body_defaulted_temperature_of_a_reasoning_model_is_dropped_silently()
    {
        var (_, body, warnings) = await Some.Sent(Warm with
        {
            Model = "gpt-6-luna",
            Call = LLMCallOptions.Default with { Defaulted = LLMDefaultedOptions.Temperature },
        });

        Assert.DoesNotContain("temperature", body, StringComparison.Ordinal);
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task Body_stream_asks_for_usage()
    {
        var (_, body, _) = await Some.Sent(LLMRequest.FromPrompt("Hi") with { Model = "gpt-4.1-mini" }, stream: true);

        JsonAssert.Equal(
            """{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"Hi"}],"stream":true,"stream_options":{"include_usage":true}}""", body);
    }

    [Fact]
    public async Task Body_earlier_reasoning_is_left_out_and_reported()
    {
        var earlier = LLMMessage.Of(LLMRole.Assistant, new LLMReasoningPart { Text = "Hm." }, new LLMTextPart { Text = "Yes" });

        var (_, body, warnings) = await Some.Sent(new LLMRequest { Model = "gpt-4.1", Messages = [earlier, LLMMessage.User("And?")] });

        JsonAssert.Equal("""{"model":"gpt-4.1","messages":[{"role":"assistant","content":"Yes"},{"role":"user","content":"And?"}]}""", body);
        Assert.Equal("openai takes no earlier reasoning back; it was left out.", Assert.Single(warnings).Message);
    }

    [Fact]
    public async Task Headers_organization_and_project_are_sent_when_set()
    {
        var options = Some.Options();
        (options.Organization, options.Project) = ("org-1", "proj-2");

        var (message, _, _) = await Some.Sent(LLMRequest.FromPrompt("Hi"), options: options);

        Assert.Equal("Bearer sk-of-tests", message.Headers.Authorization!.ToString());
        Assert.Equal(["org-1", "proj-2"], [message.Headers.GetValues("OpenAI-Organization").Single(), message.Headers.GetValues("OpenAI-Project").Single()]);
    }

    [Fact]
    public void Options_organization_with_a_line_break_is_refused()
    {
        var options = Some.Options();
        options.Organization = "org\r\nX-Evil: 1";

        var error = Assert.Throws<LLMInvalidRequestException>(() => Some.Service(new HttpClientHandler(), options));

        Assert.Equal(
            "JobWise:Llm:Providers:openai: the header 'OpenAI-Organization' has a value with a line break or another character outside printable ASCII. Remove that character.",
            error.Message);
    }
}
