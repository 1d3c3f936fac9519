namespace JobWise.Llm.Conformance;

public abstract partial class LLMServiceConformance
{
    [Fact]
    public void Metadata_names_provider_and_instance()
    {
        var metadata = Create().Metadata;

        Assert.Equal(Harness.ProviderName, metadata.ProviderName);
        Assert.False(string.IsNullOrWhiteSpace(metadata.InstanceName));
    }

    [Fact]
    public void GetService_gives_the_provider_itself_and_nothing_else()
    {
        var service = Create();

        Assert.Same(service, service.GetService(typeof(ILLMService)));
        Assert.Same(service, service.GetService(service.GetType()));
        Assert.Null(service.GetService(typeof(ILLMService), "some key"));
        Assert.Null(service.GetService(typeof(string)));
    }

    [Fact]
    public async Task GetAvailableModelsAsync_lists_what_the_vendor_lists()
    {
        var models = await Create(new ProviderBehaviour { Models = ["model-a", "model-b", "model-c"] }).GetAvailableModelsAsync();

        Assert.Equal(["model-a", "model-b", "model-c"], models.Select(model => model.Id).Order(StringComparer.Ordinal));
        Assert.All(models, model => Assert.Equal(Harness.ProviderName, model.Provider));
        Assert.Equal(0, Harness.Sent);
    }

    [Fact]
    public async Task CheckHealthAsync_of_a_working_vendor_is_healthy_and_spends_nothing()
    {
        var health = await Create().CheckHealthAsync();

        Assert.Equal((LLMHealthStatus.Healthy, null, null), (health.Status, health.Reason, health.Error));
        Assert.Equal(0, Harness.Sent);
    }

    [Fact]
    public async Task CheckHealthAsync_of_a_failing_vendor_is_a_result_with_a_reason()
    {
        var health = await Create(new ProviderBehaviour { Failure = ProviderFailure.Unavailable }).CheckHealthAsync();

        Assert.Equal(LLMHealthStatus.Unhealthy, health.Status);
        Assert.False(string.IsNullOrWhiteSpace(health.Reason));
    }
}
