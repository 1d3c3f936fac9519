using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Refuses negative waits and empty names, with the key, the value and the cure.</summary>
internal sealed class MockLLMOptionsValidator : IValidateOptions<MockLLMOptions>
{
    public static void ThrowIfInvalid(MockLLMOptions options, string name)
    {
        if (Failures(options, name).ToList() is [_, ..] failures)
        {
            throw new OptionsValidationException(name, typeof(MockLLMOptions), failures);
        }
    }

    public ValidateOptionsResult Validate(string? name, MockLLMOptions options) =>
        Failures(options, name ?? string.Empty).ToList() is [_, ..] failures
            ? ValidateOptionsResult.Fail(failures)
            : ValidateOptionsResult.Success;

    private static IEnumerable<string> Failures(MockLLMOptions options, string name)
    {
        if (string.IsNullOrWhiteSpace(options.ProviderName))
        {
            yield return $"{Key(name, nameof(options.ProviderName))} is empty. Set a vendor's name such as 'mock', or leave it out.";
        }

        if (string.IsNullOrWhiteSpace(options.DefaultModel))
        {
            yield return $"{Key(name, nameof(options.DefaultModel))} is empty. Set a model id such as 'mock-model', or leave it out.";
        }

        if (options.Latency < TimeSpan.Zero)
        {
            yield return $"{Key(name, nameof(options.Latency))} is {options.Latency}. Set a time of zero or more, such as 00:00:00.5.";
        }

        if (options.ChunkDelay < TimeSpan.Zero)
        {
            yield return $"{Key(name, nameof(options.ChunkDelay))} is {options.ChunkDelay}. Set a time of zero or more, such as 00:00:00.05.";
        }
    }

    private static string Key(string name, string option) => $"JobWise:Llm:Providers:{name}:{option}";
}
