using System.Reflection;
using System.Text;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

/// <summary>
/// Prints what a user of an assembly can see, as C#-like text in a stable order: types, members, generics, nullability, default values
/// and the attributes a compiler or an analyzer acts on.
/// </summary>
internal static class PublicApiPrinter
{
    public static string Print(Assembly assembly) => Print(assembly.GetExportedTypes());

    public static string Print(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var space in types.GroupBy(type => type.Namespace ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(space.Key).Append('\n');
            foreach (var type in space.OrderBy(type => type.FullName, StringComparer.Ordinal))
            {
                text.Append('\n');
                AppendType(text, type);
            }
        }

        return text.ToString();
    }

    private static void AppendType(StringBuilder text, Type type)
    {
        foreach (var line in TypeHeader.Lines(type))
        {
            text.Append(line).Append('\n');
        }

        foreach (var line in TypeMembers.Lines(type))
        {
            text.Append("    ").Append(line).Append('\n');
        }
    }
}
