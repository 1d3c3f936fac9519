using System.Reflection;

namespace JobWise.Llm.Architecture.Tests.PublicApi;

/// <summary>One member as one line.</summary>
internal static class MemberText
{
    public static string Field(FieldInfo field)
    {
        var type = TypeText.Of(field.FieldType, new NullabilityInfoContext().Create(field));
        return field.IsLiteral
            ? $"{Access(field.IsPublic)}const {type} {field.Name} = {ValueText.Of(field.GetRawConstantValue(), field.FieldType)}"
            : $"{Access(field.IsPublic)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    public static string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor.IsPublic)}{GenericText.WithoutArity(constructor.DeclaringType!.Name)}({ParameterText.List(constructor)})";

    public static string Property(PropertyInfo property, Func<MethodInfo, bool> isReachable)
    {
        var info = new NullabilityInfoContext().Create(property);
        var accessors = property.GetAccessors(nonPublic: true).Where(isReachable).ToList();
        var first = accessors[0];
        var indexes = property.GetIndexParameters();
        var name = indexes.Length == 0 ? property.Name : $"this[{ParameterText.List(indexes)}]";
        var body = string.Concat(accessors.Select(accessor => Accessor(accessor, accessors.Any(other => other.IsPublic))));
        var required = AttributeText.Has(property, "RequiredMemberAttribute") ? "required " : "";
        return $"{Access(accessors.Any(accessor => accessor.IsPublic))}{required}{Slot(first)}{TypeText.Of(property.PropertyType, info)} {name} {{ {body}}}";
    }

    public static string Event(EventInfo declared) =>
        $"{Access(declared.AddMethod!.IsPublic)}{Slot(declared.AddMethod)}event {TypeText.Of(declared.EventHandlerType!)} {declared.Name}";

    public static string Method(MethodInfo method)
    {
        var arguments = method.IsGenericMethodDefinition ? method.GetGenericArguments() : [];
        var type = TypeText.Of(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter));
        var head = $"{Access(method.IsPublic)}{Slot(method)}{type} {method.Name}{GenericText.Parameters(arguments)}";
        var receiver = AttributeText.Has(method, "ExtensionAttribute") ? "this " : "";
        return $"{head}({receiver}{ParameterText.List(method)}){GenericText.Constraints(arguments)}";
    }

    private static string Access(bool isPublic) => isPublic ? "public " : "protected ";

    private static string Slot(MethodInfo method) => method switch
    {
        { IsStatic: true, IsAbstract: true } => "static abstract ",
        { IsStatic: true } => "static ",
        { IsAbstract: true, DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true } when method.GetBaseDefinition() != method => method.IsFinal ? "sealed override " : "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Accessor(MethodInfo accessor, bool hasPublic)
    {
        var isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Any(type => type.Name == "IsExternalInit");
        var verb = accessor.Name.Contains("get_", StringComparison.Ordinal) ? "get" : isInit ? "init" : "set";
        return $"{(hasPublic && !accessor.IsPublic ? "protected " : "")}{verb}; ";
    }
}
