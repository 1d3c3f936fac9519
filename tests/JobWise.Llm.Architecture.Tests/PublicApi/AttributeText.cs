using System.Reflection;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

/// <summary>The attributes that change what a compiler, an analyzer or a serializer does with the member.</summary>
internal static class AttributeText
{
    private static readonly string[] Printed =
    [
        "AttributeUsageAttribute", "DynamicallyAccessedMembersAttribute", "EditorBrowsableAttribute", "EnumeratorCancellationAttribute",
        "ExperimentalAttribute", "FlagsAttribute", "JsonConverterAttribute", "JsonPropertyNameAttribute", "MemberNotNullWhenAttribute",
        "NotNullWhenAttribute", "ObsoleteAttribute", "RangeAttribute", "RequiredAttribute", "RequiresDynamicCodeAttribute",
        "RequiresUnreferencedCodeAttribute", "StringSyntaxAttribute", "TypeConverterAttribute",
    ];

    public static bool Has(MemberInfo member, string name) => member.CustomAttributes.Any(data => data.AttributeType.Name == name);

    public static bool Has(ParameterInfo parameter, string name) =>
        parameter.CustomAttributes.Any(data => data.AttributeType.Name == name);

    public static IEnumerable<string> Lines(MemberInfo member) => Texts(member.CustomAttributes);

    public static IEnumerable<string> Inline(ParameterInfo parameter) => Texts(parameter.CustomAttributes).Select(text => text + " ");

    // The compiler marks types with required members as obsolete for old compilers; that follows from "required".
    private static IEnumerable<string> Texts(IEnumerable<CustomAttributeData> attributes) => attributes
        .Where(data => Printed.Contains(data.AttributeType.Name, StringComparer.Ordinal))
        .Select(Of)
        .Where(text => !text.Contains("Constructors of types with required members", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string Of(CustomAttributeData data)
    {
        var arguments = data.ConstructorArguments.Select(Value)
            .Concat(data.NamedArguments.Select(argument => $"{argument.MemberName} = {Value(argument.TypedValue)}"));
        var list = string.Join(", ", arguments);
        return $"[{data.AttributeType.Name[..^"Attribute".Length]}{(list.Length == 0 ? "" : $"({list})")}]";
    }

    private static string Value(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        Type type => $"typeof({TypeText.Of(type)})",
        IReadOnlyCollection<CustomAttributeTypedArgument> items => $"[{string.Join(", ", items.Select(Value))}]",
        var value => ValueText.Of(value, argument.ArgumentType),
    };
}
