using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline;

/// <summary>Checks the settings of the cache as they came out, and that the distributed cache that they ask for is there.</summary>
internal sealed class CacheOptionsValidator(IServiceProvider services) : IValidateOptions<LLMPipelineOptions>
{
    private const string Key = "LLMPipelineOptions.Cache.";

    public ValidateOptionsResult Validate(string? name, LLMPipelineOptions options)
    {
        List<string> problems = [.. FindProblems(options.Cache).OfType<string>()];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string?> FindProblems(LLMCacheOptions cache)
    {
        yield return CacheRules.TimeToLive.Check(Key + "TimeToLive", cache.TimeToLive);
        yield return CacheRules.MaxEntries.Check(Key + "MaxEntries", cache.MaxEntries);
        yield return CacheRules.MaxCharacters.Check(Key + "MaxCharacters", cache.MaxCharacters);
        yield return CacheRules.StoreTimeout.Check(Key + "StoreTimeout", cache.StoreTimeout);
        foreach (var (workflow, settings) in cache.Workflows)
        {
            yield return settings.TimeToLive is { } time ? CacheRules.TimeToLive.Check($"{Key}Workflows[\"{workflow}\"].TimeToLive", time) : null;
        }

        // Asked as a question of registration: no cache is made or reached at start.
        yield return !cache.UseDistributed || services.GetService<IServiceProviderIsService>()?.IsService(typeof(IDistributedCache)) != false ? null
            : $"{PipelineSection.Path}:Cache:UseDistributed is true, but no IDistributedCache is registered. Register one, such as with AddStackExchangeRedisCache(), or set it to false.";
    }
}
