namespace JobWise.Llm.Wire;

/// <summary>Finds the key of one instance anew for every call, so that a rotated key needs no restart.</summary>
/// <param name="section">The configuration section of the instance, for messages.</param>
/// <param name="vendor">Names the variable and says whether a key is needed.</param>
/// <param name="configuration">Looks a name up in the application's configuration.</param>
/// <param name="environment">Looks a name up in the environment.</param>
internal sealed class ApiKeySource(
    string section, Vendor vendor, Func<string, string?> configuration, Func<string, string?> environment)
{
    /// <summary>The key to send; null where none is set and none is needed.</summary>
    /// <exception cref="LLMAuthenticationException">There is no key though one is needed, or it cannot stand in a header.</exception>
    public async ValueTask<string?> GetAsync(LLMProviderOptions options, CancellationToken cancellationToken)
    {
        var (key, source) = await FindAsync(options, cancellationToken).ConfigureAwait(false);
        key = key?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            return vendor.RequiresApiKey ? throw Failure(Missing()) : null;
        }

        return ApiKeyRules.Refusal(key, source) is { } refusal ? throw Failure(refusal) : key;
    }

    /// <summary>The key as far as it can be known without a call: null where it is fetched anew each time, or not set.</summary>
    public string? Peek(LLMProviderOptions options)
    {
        var key = options.ApiKeyProvider is null ? Find(options).Key?.Trim() : null;
        return string.IsNullOrEmpty(key) ? null : key;
    }

    private async ValueTask<(string? Key, string Source)> FindAsync(LLMProviderOptions options, CancellationToken cancellationToken)
    {
        if (options.ApiKeyProvider is { } provider && await FetchAsync(provider, cancellationToken).ConfigureAwait(false) is { } fetched)
        {
            return (fetched, $"{section}:ApiKeyProvider");
        }

        return Find(options);
    }

    private (string? Key, string Source) Find(LLMProviderOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.ApiKey))
        {
            return (options.ApiKey, $"{section}:ApiKey");
        }

        if (vendor.ApiKeyVariable is not { } variable)
        {
            return (null, section);
        }

        return configuration(variable) is { } configured && !string.IsNullOrWhiteSpace(configured)
            ? (configured, $"the configuration value {variable}")
            : (environment(variable), $"the environment variable {variable}");
    }

    private async ValueTask<string?> FetchAsync(Func<CancellationToken, ValueTask<string?>> provider, CancellationToken cancellationToken)
    {
        try
        {
            return await provider(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call was cancelled while its key was fetched.", error, cancellationToken);
        }
        catch (Exception error) // The delegate is the application's own: whatever it throws must reach the caller as one of our errors.
        {
            throw new LLMAuthenticationException(
                $"{section}:ApiKeyProvider failed with {error.GetType().Name}, so there is no key to call {vendor.ProviderName} with.",
                new LLMErrorDetails { Provider = vendor.ProviderName },
                error);
        }
    }

    private string Missing() =>
        $"There is no key for {vendor.ProviderName}. Set the environment variable {vendor.ApiKeyVariable}, {section}:ApiKey or ApiKeyProvider.";

    private LLMAuthenticationException Failure(string message) => new(message, new LLMErrorDetails { Provider = vendor.ProviderName });
}
