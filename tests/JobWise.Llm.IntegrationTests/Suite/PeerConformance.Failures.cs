using JobWise.Llm.IntegrationTests.Peer;

namespace JobWise.Llm.IntegrationTests;

public abstract partial class PeerConformance
{
    private const string WrongKey = "sk-a-key-that-nobody-gave-out";

    /// <summary>What the provider takes for the code of a refused key.</summary>
    protected virtual string RefusalCode => "invalid_api_key";

    /// <summary>What the provider reads from the server's 429, whose figures never change; null where the vendor names its headers otherwise.</summary>
    protected abstract LLMRateLimitSnapshot? Limits { get; }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task Wrong_key_is_an_authentication_error_that_does_not_show_it(CallPath path)
    {
        var errors = await FailBothWaysAsync<LLMAuthenticationException>(Create(path, key: WrongKey), Ask(LakeQuestion));

        Assert.All(errors, error =>
        {
            Assert.Equal((401, false, RefusalCode, ProviderName), (error.StatusCode, error.IsTransient, error.ProviderCode, error.Provider));
            Assert.DoesNotContain(WrongKey, error.ToString() + error.Details, StringComparison.Ordinal);
        });
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task Wrong_key_makes_the_health_check_say_so(CallPath path)
    {
        var health = await Create(path, key: WrongKey).CheckHealthAsync();

        Assert.Equal(LLMHealthStatus.Unhealthy, health.Status);
        Assert.IsType<LLMAuthenticationException>(health.Error);
        Assert.DoesNotContain(WrongKey, health.Reason + health.Error, StringComparison.Ordinal);
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task Rate_limit_carries_the_hint_and_the_limits(CallPath path)
    {
        await Scope.SetChaosAsync("""{"rateLimitRate":1}""");

        var errors = await FailBothWaysAsync<LLMRateLimitException>(Create(path), Ask(LakeQuestion));

        Assert.All(errors, error =>
        {
            Assert.Equal((429, true, TimeSpan.FromSeconds(1)), (error.StatusCode, error.IsTransient, error.RetryAfter));
            Assert.Equal(Limits, error.RateLimits);
        });
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task Dropped_request_is_a_server_error(CallPath path)
    {
        await Scope.SetChaosAsync("""{"dropRate":1}""");

        var errors = await FailBothWaysAsync<LLMServerException>(Create(path), Ask(LakeQuestion));

        Assert.All(errors, error => Assert.Equal((500, true), (error.StatusCode, error.IsTransient)));
        Assert.Equal([500, 500], (await Scope.ReadJournalAsync()).Select(request => request.Status));
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task Malformed_answer_is_an_invalid_response(CallPath path)
    {
        await Scope.SetChaosAsync("""{"malformedRate":1}""");

        var errors = await FailBothWaysAsync<LLMInvalidResponseException>(Create(path), Ask(LakeQuestion));

        Assert.All(errors, error => Assert.Equal((ProviderName, Model), (error.Provider, error.Model)));
        Assert.Equal([200, 200], (await Scope.ReadJournalAsync()).Select(request => request.Status));
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task Cut_connection_is_a_connection_error(CallPath path)
    {
        await Scope.SetChaosAsync("""{"disconnectRate":1}""");

        var errors = await FailBothWaysAsync<LLMConnectionException>(Create(path), Ask(LakeQuestion));

        Assert.All(errors, error => Assert.True(error.IsTransient));
        Assert.Equal([0, 0], (await Scope.ReadJournalAsync()).Select(request => request.Status));
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task Stream_cut_in_the_middle_is_never_a_complete_answer(CallPath path)
    {
        List<LLMStreamUpdate> seen = [];

        var error = await Assert.ThrowsAsync<LLMStreamInterruptedException>(async () =>
        {
            await foreach (var update in Create(path).GenerateStreamAsync(Ask("Count to a thousand.")))
            {
                seen.Add(update);
            }
        });

        Assert.DoesNotContain(seen, update => update.Kind == LLMStreamUpdateKind.Completed);
        Assert.Equal(string.Concat(seen.Select(update => update.Text)), error.PartialText);
        Assert.StartsWith(error.PartialText!, "One, two, three, four, five, six", StringComparison.Ordinal);
        Assert.NotEmpty(error.PartialText!);
    }

    [PeerFact]
    public async Task Cancelled_while_the_server_takes_its_time_it_throws_with_the_token_of_the_caller()
    {
        await Scope.SetChaosAsync("""{"latencyMs":30000}""");
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create(CallPath.Provider).GenerateAsync(Ask(LakeQuestion), source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
    }
}
