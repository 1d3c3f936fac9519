using System.Reflection;
using System.Runtime.CompilerServices;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

/// <summary>The lines of the members that a user of a type can reach.</summary>
internal static class TypeMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Lines(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Zip(Enum.GetValuesAsUnderlyingType(type).Cast<object>(), (name, value) => $"{name} = {value}");
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [MemberText.Method(type.GetMethod("Invoke")!)];
        }

        return type.GetMembers(Declared).Where(member => member is not Type && member.Name != "EqualityContract")
            .Select(member => (Rank: Rank(member), member.Name, Lines: Print(member, type)))
            .Where(entry => entry.Lines.Length > 0)
            .OrderBy(entry => entry.Rank)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .ThenBy(entry => entry.Lines[^1], StringComparer.Ordinal)
            .SelectMany(entry => entry.Lines);
    }

    private static int Rank(MemberInfo member) => member switch
    {
        FieldInfo => 0,
        ConstructorInfo => 1,
        PropertyInfo => 2,
        EventInfo => 3,
        _ => 4,
    };

    private static string[] Print(MemberInfo member, Type type) => Signature(member, type) is { } line
        ? [.. AttributeText.Lines(member), line]
        : [];

    private static string? Signature(MemberInfo member, Type type) => member switch
    {
        FieldInfo field when IsVisible(field.Attributes, type) => MemberText.Field(field),
        ConstructorInfo constructor when IsVisible(constructor, type) => MemberText.Constructor(constructor),
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(accessor => IsReachable(accessor, type))
            => MemberText.Property(property, accessor => IsReachable(accessor, type)),
        EventInfo { AddMethod: { } add } @event when IsReachable(add, type) => MemberText.Event(@event),
        MethodInfo method when IsVisible(method, type) && !IsAccessor(method) => MemberText.Method(method),
        _ => null,
    };

    // Equality, printing and copying of records are written by the compiler and follow from the header; a hand-written one is printed.
    private static bool IsVisible(MethodBase method, Type type) =>
        IsReachable(method, type) && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static bool IsReachable(MethodBase method, Type type) =>
        method.IsPublic || (!type.IsSealed && (method.IsFamily || method.IsFamilyOrAssembly));

    private static bool IsVisible(FieldAttributes attributes, Type type) => (attributes & FieldAttributes.FieldAccessMask) switch
    {
        FieldAttributes.Public => true,
        FieldAttributes.Family or FieldAttributes.FamORAssem => !type.IsSealed,
        _ => false,
    };

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);
}
