using System.Reflection;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

/// <summary>The lines that declare a type.</summary>
internal static class TypeHeader
{
    public static IEnumerable<string> Lines(Type type) =>
        [.. AttributeText.Lines(type), $"public {Kind(type)} {Name(type)}{Bases(type)}{GenericText.Constraints(type.GetGenericArguments())}"];

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsValueType: true } => (IsReadOnly(type) ? "readonly " : "") + (IsRecord(type) ? "record struct" : "struct"),
        _ => Modifier(type) + (IsRecord(type) ? "record" : "class"),
    };

    private static string Modifier(Type type) => type switch
    {
        { IsAbstract: true, IsSealed: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    private static bool IsReadOnly(Type type) => AttributeText.Has(type, "IsReadOnlyAttribute");

    // The compiler gives every record this method, and nothing else has it.
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private static string Name(Type type)
    {
        var parent = type.DeclaringType is { } outer ? Name(outer) + "." : "";
        return parent + GenericText.WithoutArity(type.Name) + GenericText.Parameters(type.GetGenericArguments());
    }

    private static string Bases(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetUnderlyingType(type) == typeof(int) ? "" : " : " + TypeText.Of(Enum.GetUnderlyingType(type));
        }

        var interfaces = type.GetInterfaces().Except(Inherited(type))
            .Where(contract => !IsRecord(type) || contract != typeof(IEquatable<>).MakeGenericType(type))
            .Select(TypeText.Of).Order(StringComparer.Ordinal);
        var bases = HasPrintedBase(type) ? interfaces.Prepend(TypeText.Of(type.BaseType!)) : interfaces;
        var list = string.Join(", ", bases);
        return list.Length == 0 ? "" : " : " + list;
    }

    private static bool HasPrintedBase(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(MulticastDelegate);

    private static IEnumerable<Type> Inherited(Type type) =>
        (type.BaseType?.GetInterfaces() ?? []).Concat(type.GetInterfaces().SelectMany(own => own.GetInterfaces()));
}
