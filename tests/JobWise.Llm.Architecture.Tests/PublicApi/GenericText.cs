using System.Reflection;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

/// <summary>Type parameters and their constraints.</summary>
internal static class GenericText
{
    public static string WithoutArity(string name) => name.Split('`')[0];

    public static string Parameters(Type[] arguments) =>
        arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(argument => Variance(argument) + argument.Name))}>";

    public static string Constraints(Type[] arguments) => string.Concat(arguments
        .Where(argument => argument.IsGenericParameter)
        .Select(argument => (argument.Name, List: string.Join(", ", Constraints(argument))))
        .Where(entry => entry.List.Length > 0)
        .Select(entry => $" where {entry.Name} : {entry.List}"));

    private static string Variance(Type argument) => argument.IsGenericParameter
        ? (argument.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => "",
        }
        : "";

    private static IEnumerable<string> Constraints(Type argument)
    {
        var flags = argument.GenericParameterAttributes;
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        if (isStruct)
        {
            yield return "struct";
        }

        foreach (var type in argument.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)))
        {
            yield return TypeText.Of(type);
        }

        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            yield return "new()";
        }
    }
}
