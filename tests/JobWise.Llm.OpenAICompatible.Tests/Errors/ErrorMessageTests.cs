namespace JobWise.Llm.OpenAICompatible.Tests.Errors;

public sealed class ErrorMessageTests
{
    [Theory]
    [InlineData(429, "rate_limit_exceeded", "Try later.", "openai_compatible answered for the model 'some-model' with HTTP 429 (rate_limit_exceeded): Try later.")]
    [InlineData(429, "insufficient_quota", "You exceeded it", "openai_compatible answered for the model 'some-model' with HTTP 429 (insufficient_quota): You exceeded it. Waiting does not help: add credit or raise the limit of the account.")]
    [InlineData(413, "rate_limit_exceeded", "Request too large", "openai_compatible answered for the model 'some-model' with HTTP 413 (rate_limit_exceeded): Request too large. Shorten the prompt, lower MaxTokens or take a model with a larger limit.")]
    [InlineData(404, "model_not_found", "No such model", "openai_compatible answered for the model 'some-model' with HTTP 404 (model_not_found): No such model. Choose one of GetAvailableModelsAsync().")]
    [InlineData(401, "invalid_api_key", "Wrong key", "openai_compatible answered for the model 'some-model' with HTTP 401 (invalid_api_key): Wrong key. Check the option ApiKey.")]
    [InlineData(404, "not_found", "Nothing here", "openai_compatible answered for the model 'some-model' with HTTP 404 (not_found): Nothing here. Check BaseUrl: it must end with the version, such as /v1.")]
    [InlineData(302, "moved", "Go there", "openai_compatible answered for the model 'some-model' with HTTP 302 (moved): Go there. Redirects are not followed: set BaseUrl to the address that the server redirects to.")]
    public async Task Message_says_what_was_wrong_and_the_cure(int status, string code, string said, string expected)
    {
        using var server = Some.Server($$$"""{"error":{"message":"{{{said}}}","code":"{{{code}}}"}}""", status);

        var error = await Some.FailureOf(server);

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public async Task Message_without_a_readable_body_has_the_status_alone()
    {
        using var server = Some.Server("upstream sent <b>this</b>", 502);

        var error = await Some.FailureOf(server);

        Assert.Equal("openai_compatible answered for the model 'some-model' with HTTP 502.", error.Message);
    }

    [Theory]
    [InlineData("Incorrect API key provided: key-of-tests-123.", "key-of-tests-123")]
    [InlineData("Bad key sk-proj-abcdefghijk given", "sk-proj-abcdefghijk")]
    [InlineData("Bad key gsk_abcdefghijk given", "gsk_abcdefghijk")]
    [InlineData("Header was Authorization: Bearer abcdefghijk", "abcdefghijk")]
    public async Task Message_holds_no_key(string said, string secret)
    {
        using var server = Some.Server($$$"""{"error":{"message":"{{{said}}}"}}""", 401);

        var error = await Some.FailureOf(server);

        Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("***", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_cut_inside_a_key_holds_no_part_of_it()
    {
        using var server = Some.Server($$$"""{"error":{"message":"{{{new string('x', 490)}}} {{{Some.Key}}}"}}""", 401);

        var error = await Some.FailureOf(server);

        Assert.DoesNotContain(Some.Key[..4], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_of_a_provider_that_repeats_the_key_holds_none()
    {
        using var server = Some.Server($$$"""{"error":{"message":"No","code":"unknown_key_{{{Some.Key}}}"}}""", 401);

        var error = await Some.FailureOf(server);

        Assert.Equal("unknown_key_***", error.ProviderCode);
    }

    [Fact]
    public async Task Message_keeps_words_that_only_look_like_keys()
    {
        using var server = Some.Server("""{"error":{"message":"This task-based risk-free model"}}""", 400);

        var error = await Some.FailureOf(server);

        Assert.Contains("This task-based risk-free model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_is_one_short_line()
    {
        using var server = Some.Server($$$"""{"error":{"message":"line\r\nbreak {{{new string('x', 10_000)}}}"}}""", 400);

        var error = await Some.FailureOf(server);

        Assert.DoesNotContain('\n', error.Message);
        Assert.True(error.Message.Length < 700, error.Message);
    }
}
