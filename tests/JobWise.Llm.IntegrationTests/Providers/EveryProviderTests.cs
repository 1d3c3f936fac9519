using System.Reflection;

namespace JobWise.Llm.IntegrationTests.Providers;

public sealed class EveryProviderTests
{
    [Fact]
    public void Providers_that_call_a_server_each_have_a_class_here()
    {
        var rows = typeof(PeerConformance).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(PeerConformance))).Select(type => type.Name);

        Assert.Equal(Adds().Select(add => add["Add".Length..] + "PeerTests").Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    /// <summary>Every <c>AddX(ILLMBuilder, string, Action&lt;XOptions&gt;)</c> whose options say how to reach a server.</summary>
    private static IEnumerable<string> Adds() => Directory.GetFiles(AppContext.BaseDirectory, "JobWise.Llm.*.dll")
        .Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)))
        .SelectMany(assembly => assembly.GetExportedTypes())
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => !method.IsGenericMethod && method.GetParameters() is [var builder, _, { ParameterType: { IsGenericType: true } configure }]
            && builder.ParameterType == typeof(ILLMBuilder)
            && configure.GetGenericArguments() is [var options]
            && options.IsSubclassOf(typeof(LLMProviderOptions)))
        .Select(method => method.Name);
}
