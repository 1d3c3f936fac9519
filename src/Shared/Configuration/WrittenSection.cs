using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace JobWise.Llm.Wire;

/// <summary>
/// The section of one instance as it is written. Finds what the binder would pass over or report in its own words, so that every message
/// names the key, the value and the cure.
/// </summary>
/// <param name="section">At <c>JobWise:Llm:Providers:{name}</c>.</param>
/// <param name="options">The type whose properties are the known keys.</param>
internal sealed class WrittenSection(
    IConfigurationSection section, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type options)
{
    // The pipeline reads these from the same section, and checks them.
    private static readonly string[] OfPipeline = ["MaxAttempts", "FirstContentTimeout", "IdleTimeout", "AttemptTimeout", "Temperature", "MaxTokens", "Plan", "Account", "RateLimits"];

    // A delegate can only be set in code.
    private readonly PropertyInfo[] _properties =
        [.. options.GetProperties().Where(property => !typeof(Delegate).IsAssignableFrom(property.PropertyType))];

    public static WrittenSection? Find(
        IConfiguration? configuration, string? name, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type options) =>
        configuration is null ? null : new(configuration.GetSection($"JobWise:Llm:Providers:{name}"), options);

    public IEnumerable<string> FindProblems() => section.GetChildren().Select(FindProblem).OfType<string>();

    /// <summary>The part that the binder can read; an empty value counts as not set.</summary>
    public IConfiguration Readable()
    {
        List<string> left = [.. section.GetChildren().Where(child => IsEmpty(child) || FindProblem(child) is not null).Select(child => child.Key)];
        return new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable(makePathsRelative: true).Where(setting => !left.Contains(setting.Key.Split(':')[0])))
            .Build();
    }

    private static bool IsEmpty(IConfigurationSection setting) => string.IsNullOrWhiteSpace(setting.Value) && !setting.GetChildren().Any();

    private string? FindProblem(IConfigurationSection setting)
    {
        if (OfPipeline.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        if (Array.Find(_properties, property => string.Equals(property.Name, setting.Key, StringComparison.OrdinalIgnoreCase)) is not { } known)
        {
            var names = _properties.Select(property => property.Name).Concat(OfPipeline);
            return $"{setting.Path} is not a setting; known here: {string.Join(", ", names)}. Correct the name or remove it.";
        }

        return IsEmpty(setting) || setting.Value is null ? null : WrittenValue.FindProblem(setting.Path, setting.Value, known.PropertyType);
    }
}
