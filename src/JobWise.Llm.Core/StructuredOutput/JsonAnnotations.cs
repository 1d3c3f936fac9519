using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>
/// Checks the DataAnnotations of an answer and of all it holds. It walks the JSON metadata and not the types, so that trimming and native
/// compilation leave it whole.
/// </summary>
internal sealed class JsonAnnotations
{
    /// <summary>A long list may break one rule in every item; nobody needs to read them all.</summary>
    private const int MostErrors = 20;

    private const int Deepest = 64;

    private readonly JsonSerializerOptions _options;
    private readonly Type _root;
    private readonly ConcurrentDictionary<Type, AnnotatedType?> _types = new();
    private readonly Lazy<bool> _hasRules;

    public JsonAnnotations(JsonTypeInfo root)
    {
        _options = root.Options;
        _root = root.Type;
        _hasRules = new(() => HasRules(_root, []));
    }

    /// <summary>Each broken rule with its place, such as <c>$.steps[0].name: The name field is required.</c></summary>
    public IReadOnlyList<string> Check(object value)
    {
        if (!_hasRules.Value)
        {
            return [];
        }

        List<string> errors = [];
        Check(value, _root, "$", 0, errors);
        return errors;
    }

    private bool HasRules(Type type, HashSet<Type> seen) =>
        seen.Add(type) && Find(type) is { } known && (known.HasOwnRules || known.Inner.Any(inner => HasRules(inner, seen)));

    private AnnotatedType? Find(Type type) =>
        _types.GetOrAdd(type, static (type, options) => options.TryGetTypeInfo(type, out var info) ? new(info) : null, _options);

    private void Check(object? value, Type declared, string path, int depth, List<string> errors)
    {
        if (value is null || errors.Count >= MostErrors || depth > Deepest || Find(declared) is not { } type)
        {
            return;
        }

        type = type.IsPolymorphic ? Find(value.GetType()) ?? type : type;
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(value, type, path, depth, errors);
                break;
            case JsonTypeInfoKind.Enumerable when value is IEnumerable items && !IsLeaf(type.ElementType):
                foreach (var (index, item) in items.Cast<object?>().Index())
                {
                    Check(item, type.ElementType!, $"{path}[{index}]", depth + 1, errors);
                }

                break;
            case JsonTypeInfoKind.Dictionary when value is IDictionary entries && !IsLeaf(type.ElementType):
                foreach (DictionaryEntry entry in entries)
                {
                    Check(entry.Value, type.ElementType!, $"{path}.{(entry.Key is string { Length: <= 40 } key ? key : "*")}", depth + 1, errors);
                }

                break;
        }
    }

    private bool IsLeaf(Type? type) => type is null || Find(type) is not { Kind: not JsonTypeInfoKind.None };

    private void CheckObject(object value, AnnotatedType type, string path, int depth, List<string> errors)
    {
        var before = errors.Count;
        foreach (var member in type.Members)
        {
            var inner = member.ValueOf(value);
            var place = $"{path}.{member.Name}";
            var context = member.Attributes.Length == 0 ? null : new ValidationContext(value, member.Name, null, null) { MemberName = member.ClrName };
            errors.AddRange(member.Attributes.Select(rule => rule.GetValidationResult(inner, context!)).Select(result => Describe(result, place)).OfType<string>());
            Check(inner, member.Type, place, depth + 1, errors);
        }

        // As elsewhere in .NET, the rules of the whole come last and only where its members are in order.
        if (errors.Count == before)
        {
            CheckWhole(value, type, path, errors);
        }
    }

    private static void CheckWhole(object value, AnnotatedType type, string path, List<string> errors)
    {
        var before = errors.Count;
        var context = new ValidationContext(value, path, null, null);
        errors.AddRange(type.Attributes.Select(rule => rule.GetValidationResult(value, context)).Select(result => Describe(result, path)).OfType<string>());
        if (errors.Count == before && value is IValidatableObject self)
        {
            errors.AddRange(self.Validate(context).Select(
                result => Describe(result, result?.MemberNames.FirstOrDefault() is { } name ? $"{path}.{type.JsonNameOf(name)}" : path)).OfType<string>());
        }
    }

    private static string? Describe(ValidationResult? result, string place) => result is null ? null : $"{place}: {result.ErrorMessage ?? "breaks a rule."}";
}
