using System.Reflection;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

/// <summary>Parameter lists, with nullability and default values.</summary>
internal static class ParameterText
{
    public static string List(MethodBase method) => List(method.GetParameters());

    public static string List(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Of));

    private static string Of(ParameterInfo parameter)
    {
        var info = new NullabilityInfoContext().Create(parameter);
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        var text = $"{string.Concat(AttributeText.Inline(parameter))}{Passing(parameter)}{TypeText.Of(type, info)} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text} = {ValueText.Of(parameter.DefaultValue, type)}" : text;
    }

    private static string Passing(ParameterInfo parameter) => parameter switch
    {
        _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || AttributeText.Has(parameter, "ParamCollectionAttribute") => "params ",
        { IsOut: true } => "out ",
        { ParameterType.IsByRef: true, IsIn: true } => "in ",
        { ParameterType.IsByRef: true } => "ref ",
        _ => "",
    };
}
