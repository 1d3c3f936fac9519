using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Architecture.Tests.Conventions;

public sealed class PublicTypeTests
{
    private static readonly Dictionary<string, string> OpenOnPurpose = new()
    {
        ["LLMServiceException"] = "the root of the exception tree",
        ["LLMInvalidResponseException"] = "a truncated answer is a kind of it",
    };

    private static readonly Dictionary<string, string> NoFailureOfACall = new()
    {
        ["MockAssertionException"] = "a failed assertion of a test",
        ["ResumeInputException"] = "a file of the user that cannot be read; no model was called",
    };

    [Fact]
    public void Classes_are_sealed_or_abstract() => Findings.None(PublicTypes.All
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !OpenOnPurpose.ContainsKey(type.Name))
        .Select(type => $"{type.FullName} is open."));

    [Fact]
    public void Exceptions_from_the_rule_exist() =>
        Assert.Empty(OpenOnPurpose.Keys.Except(PublicTypes.All.Where(type => !type.IsSealed).Select(type => type.Name)));

    [Fact]
    public void Exceptions_of_ours_have_one_root() => Findings.None(PublicTypes.All
        .Where(type => typeof(Exception).IsAssignableFrom(type) && !typeof(LLMServiceException).IsAssignableFrom(type))
        .Where(type => !NoFailureOfACall.ContainsKey(type.Name))
        .Select(type => $"{type.FullName} is no LLMServiceException."));

    [Fact]
    public void Entry_points_are_found_by_one_using() => Findings.None(PublicTypes.StaticMethods
        .Where(method => method.Name.StartsWith("Add", StringComparison.Ordinal) && method.GetParameters() is [var first, ..]
            && (first.ParameterType == typeof(ILLMBuilder) || first.ParameterType == typeof(IServiceCollection)))
        .Where(method => method.DeclaringType!.Namespace != "JobWise.Llm")
        .Select(method => $"{method.DeclaringType}.{method.Name} is outside the namespace JobWise.Llm."));

    [Fact]
    public void Entry_points_on_the_builder_return_it() => Findings.None(PublicTypes.StaticMethods
        .Where(method => method.GetParameters() is [var first, ..] && first.ParameterType == typeof(ILLMBuilder))
        .Where(method => method.ReturnType != typeof(ILLMBuilder))
        .Select(method => $"{method.DeclaringType}.{method.Name} returns {method.ReturnType.Name}."));
}
