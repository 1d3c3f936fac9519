namespace JobWise.Llm.Pipeline.Tests.Guardrails;

public class GuardrailSecretsTests
{
    private static readonly string Key = GuardsUnderTest.GroqKey;

    [Fact]
    public async Task GenerateAsync_a_secret_is_logged_by_default_and_never_printed()
    {
        using var log = new RecordingLogger();
        await using var pipeline = GuardsUnderTest.CreatePipeline(log: log);

        await pipeline.Service.GenerateAsync(LLMRequest.FromPrompt("Hello", $"Use {Key}."));

        Assert.Contains(Key, pipeline.Provider.Requests[0].SystemMessage!, StringComparison.Ordinal);
        Assert.Contains("holds a secret: secret.groq-key of 56 characters in message 0", Assert.Single(log.Entries, entry => entry.Id.Id == 61).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Texts, text => text.Contains(Key[..8], StringComparison.Ordinal));
    }

    [Fact]
    public async Task GenerateAsync_with_reject_sends_nothing_and_does_not_print_the_secret()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline(guards => guards.Secrets = LLMGuardrailAction.Reject);

        var error = await Assert.ThrowsAsync<LLMGuardrailException>(() => pipeline.Service.GenerateAsync(LLMRequest.FromPrompt($"Use {Key}.")));

        Assert.Empty(pipeline.Provider.Requests);
        Assert.Equal("The Prompt holds secret.groq-key (56 characters). Take it out, or set JobWise:Llm:Guardrails:Secrets to Redact or Log.", error.Message);
        Assert.Null(error.Score);
        Assert.DoesNotContain(Key[..8], error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_with_redact_sends_the_rest_and_warns()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline(guards => guards.Secrets = LLMGuardrailAction.Redact);
        var request = new LLMRequest { SystemMessage = $"A {Key}", Messages = [LLMMessage.User("B"), LLMMessage.ToolResult("1", $"{Key}, {Key} C")] };

        var answer = await pipeline.Service.GenerateAsync(request);

        var sent = Assert.Single(pipeline.Provider.Requests);
        Assert.Equal("A [redacted]", sent.SystemMessage);
        Assert.Equal("[redacted], [redacted] C", ((LLMToolResultPart)sent.Messages[1].Parts[0]).Text);
        Assert.Equal(
            ("secrets_redacted", "The request held 3 secret(s), which were replaced by [redacted] before it was sent."),
            (answer.Warnings[0].Code, answer.Warnings[0].Message));
    }

    [Fact]
    public async Task GenerateStreamAsync_with_redact_warns_in_the_last_update()
    {
        await using var pipeline = GuardsUnderTest.CreatePipeline(guards => guards.Secrets = LLMGuardrailAction.Redact);

        var answer = await pipeline.Service.GenerateStreamAsync(LLMRequest.FromPrompt($"Use {Key}.")).ToResponseAsync();

        Assert.Equal("Use [redacted].", pipeline.Provider.Requests[0].Prompt);
        Assert.Equal("secrets_redacted", Assert.Single(answer.Warnings).Code);
    }

    [Fact]
    public async Task GenerateAsync_with_off_does_not_look()
    {
        using var log = new RecordingLogger();
        await using var pipeline = GuardsUnderTest.CreatePipeline(guards => guards.Secrets = LLMGuardrailAction.Off, log);

        await pipeline.Service.GenerateAsync(LLMRequest.FromPrompt($"Use {Key}."));

        Assert.DoesNotContain(log.Entries, entry => entry.Id.Id == 61);
    }
}
