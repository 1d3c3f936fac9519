using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>A member of an answer type with the validation attributes of its property, its field or its constructor parameter.</summary>
internal sealed class AnnotatedMember
{
    private readonly JsonPropertyInfo _property;

    public AnnotatedMember(JsonPropertyInfo property)
    {
        _property = property;
        Attributes = AttributesOf(property);
    }

    public ValidationAttribute[] Attributes { get; }

    /// <summary>The name in the JSON, which is the one that the model knows.</summary>
    public string Name => _property.Name;

    /// <summary>The name in the code.</summary>
    public string ClrName => (_property.AttributeProvider as MemberInfo)?.Name ?? _property.Name;

    public Type Type => _property.PropertyType;

    public bool IsReadable => _property.Get is not null;

    /// <summary>Attributes on a record's parameter belong to the parameter and not to the property, unless they say otherwise.</summary>
    public static ValidationAttribute[] AttributesOf(JsonPropertyInfo property) =>
        [.. Of(property.AttributeProvider), .. Of(property.AssociatedParameter?.AttributeProvider)];

    public object? ValueOf(object owner) => _property.Get!(owner);

    private static ValidationAttribute[] Of(ICustomAttributeProvider? provider) =>
        provider is null ? [] : [.. provider.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>()];
}
