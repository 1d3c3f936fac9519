using System.Reflection;

namespace JobWise.Llm.Architecture.Tests.Conventions;

/// <summary>Calls every public static method with null in the place of each argument that may not be null.</summary>
public sealed class ArgumentNullTests
{
    public static TheoryData<string> Guarded => [.. Cases().Select(entry => entry.Id).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Method_null_argument_is_refused(string id)
    {
        var (_, method, parameter) = Cases().First(entry => entry.Id == id);
        var closed = StandIn.Close(method);
        var arguments = closed.GetParameters()
            .Select((candidate, index) => index == parameter ? null : StandIn.For(candidate.ParameterType)).ToArray();

        var exception = await Record.ExceptionAsync(() => StandIn.RunAsync(closed, arguments));

        Assert.Equal(closed.GetParameters()[parameter].Name, Assert.IsType<ArgumentNullException>(exception, exactMatch: false).ParamName);
    }

    [Fact]
    public void Guarded_methods_of_the_port_are_among_the_cases() =>
        Assert.Contains(Cases(), entry => entry.Id.StartsWith("LLMProviderBuilderExtensions.AddProvider(", StringComparison.Ordinal));

    private static IEnumerable<(string Id, MethodInfo Method, int Parameter)> Cases() => PublicTypes.StaticMethods
        .SelectMany(method => method.GetParameters()
            .Where(IsGuarded)
            .Select(parameter => (Describe(method, parameter), method, parameter.Position)));

    private static bool IsGuarded(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType
        && !parameter.ParameterType.IsByRef
        && !parameter.ParameterType.IsGenericParameter
        && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull;

    private static string Describe(MethodInfo method, ParameterInfo parameter) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(each => each.ParameterType.Name))}): {parameter.Name}";
}
