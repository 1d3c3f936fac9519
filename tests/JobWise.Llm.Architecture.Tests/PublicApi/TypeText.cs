using System.Reflection;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

/// <summary>Types as C# writes them.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Of(type, null);

    public static string Of(Type type, NullabilityInfo? info)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value, info?.GenericTypeArguments.FirstOrDefault()) + "?";
        }

        var isMarked = !type.IsValueType && IsKnown(type) && NullableState(info) == NullabilityState.Nullable;
        return Plain(type, info) + (isMarked ? "?" : "");
    }

    // Reflection calls every type parameter without a class constraint nullable, marked or not.
    private static bool IsKnown(Type type) =>
        !type.IsGenericParameter || type.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);

    private static NullabilityState? NullableState(NullabilityInfo? info) =>
        info?.ReadState is NullabilityState.Unknown ? info.WriteState : info?.ReadState;

    private static string Plain(Type type, NullabilityInfo? info)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!, info?.ElementType) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var outer = type.DeclaringType is { } parent ? Plain(parent, null) + "." : "";
        var arguments = type.IsGenericType ? Arguments(type, info) : "";
        return outer + GenericText.WithoutArity(type.Name) + arguments;
    }

    private static string Arguments(Type type, NullabilityInfo? info)
    {
        var arguments = type.GetGenericArguments();
        var known = info?.GenericTypeArguments is { } infos && infos.Length == arguments.Length ? infos : null;
        return $"<{string.Join(", ", arguments.Select((argument, index) => Of(argument, known?[index])))}>";
    }
}
