using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>What the metadata of a type says about its rules; kept, since attributes are made anew whenever they are asked for.</summary>
internal sealed class AnnotatedType(JsonTypeInfo typeInfo)
{
    public JsonTypeInfoKind Kind => typeInfo.Kind;

    public Type? ElementType => typeInfo.ElementType;

    /// <summary>Whether a value may be of another type than this one.</summary>
    public bool IsPolymorphic => typeInfo.PolymorphismOptions is not null;

    public ValidationAttribute[] Attributes { get; } =
        [.. typeInfo.Type.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>()];

    public AnnotatedMember[] Members { get; } = typeInfo.Kind == JsonTypeInfoKind.Object
        ? [.. typeInfo.Properties.Select(property => new AnnotatedMember(property)).Where(member => member.IsReadable)]
        : [];

    public bool HasOwnRules =>
        Attributes.Length > 0 || IsPolymorphic || typeof(IValidatableObject).IsAssignableFrom(typeInfo.Type) || Members.Any(member => member.Attributes.Length > 0);

    /// <summary>The types of what it holds.</summary>
    public IEnumerable<Type> Inner => ElementType is { } element ? [element] : Members.Select(member => member.Type);

    public string JsonNameOf(string clrName) => Members.FirstOrDefault(member => member.ClrName == clrName)?.Name ?? clrName;
}
