using System.Reflection;
using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.Conventions;

/// <summary>All types that users of any package can see.</summary>
internal static class PublicTypes
{
    public static IReadOnlyList<Type> All { get; } =
        [.. RepositoryFiles.Projects("src").SelectMany(project => Assembly.Load(project.Name).GetExportedTypes())];

    public static IEnumerable<MethodInfo> StaticMethods => All
        .Where(type => type is { IsAbstract: true, IsSealed: true })
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName);
}
