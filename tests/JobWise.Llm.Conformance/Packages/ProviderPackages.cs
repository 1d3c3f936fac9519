using System.Reflection;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Conformance.Packages;

/// <summary>Finds the packages that bring a provider, and those of them that no suite covers.</summary>
internal static class ProviderPackages
{
    /// <summary>The assembly of each folder under src that holds a project.</summary>
    public static IReadOnlyList<Assembly> FromSourceFolders() =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Find(), "src"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Select(project => Assembly.Load(Path.GetFileNameWithoutExtension(project))),
    ];

    /// <summary>The packages that subclasses of the suite say they cover.</summary>
    public static IReadOnlyList<Assembly> Covered() =>
    [
        .. typeof(ProviderPackages).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(LLMServiceConformance)))
            .Select(type => ((LLMServiceConformance)Activator.CreateInstance(type)!).Harness.Package),
    ];

    public static IEnumerable<string> Missing(IEnumerable<Assembly> packages, IEnumerable<Assembly> covered) =>
        packages.Where(IsProvider).Except(covered).Select(package => package.GetName().Name!);

    /// <summary>A package brings a provider when it has an <c>AddX(ILLMBuilder, string name, Action&lt;XOptions&gt;)</c> or a public service that decorates nothing.</summary>
    public static bool IsProvider(Assembly package) =>
        package.GetExportedTypes().Any(type => IsService(type) || type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(IsAdd));

    private static bool IsService(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ILLMService)) && !type.IsAssignableTo(typeof(DelegatingLLMService));

    private static bool IsAdd(MethodInfo method) =>
        method.Name.StartsWith("Add", StringComparison.Ordinal)
        && method.ReturnType == typeof(ILLMBuilder)
        && method.GetParameters() is [var builder, { Name: "name" } name, var configure]
        && builder.ParameterType == typeof(ILLMBuilder)
        && name.ParameterType == typeof(string)
        && configure.ParameterType.IsGenericType
        && configure.ParameterType.GetGenericTypeDefinition() == typeof(Action<>);
}
