using JobWise.Llm.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Refuses keys that no mock has and values that cannot be read, where the container has a configuration.</summary>
/// <param name="services">Where an <see cref="IConfiguration"/> may be.</param>
internal sealed class MockSectionValidator(IServiceProvider services) : IValidateOptions<MockLLMOptions>
{
    public ValidateOptionsResult Validate(string? name, MockLLMOptions options)
    {
        var section = WrittenSection.Find(services.GetService<IConfiguration>(), name, typeof(MockLLMSettings));
        List<string> problems = [.. section?.FindProblems() ?? []];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
