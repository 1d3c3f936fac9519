using System.Text.Json;

namespace JobWise.Llm;

/// <summary>
/// The ids that a model of genai-prices is found by: its own, those that its rule says it equals, and the beginnings that its rule names, which
/// are mostly undated ids. Rules of other kinds cannot be turned into ids. An id belongs to the model that claims it most closely.
/// </summary>
internal sealed class GenAINames
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    public GenAINames(JsonElement models)
    {
        foreach (var model in models.EnumerateArray())
        {
            _owners[IdOf(model)] = IdOf(model);
        }

        foreach (var clause in (string[])["equals", "starts_with"])
        {
            foreach (var model in models.EnumerateArray())
            {
                Claim(model, clause);
            }
        }
    }

    public IReadOnlyList<string> Of(JsonElement model)
    {
        var id = IdOf(model);
        return [id, .. _owners.Where(owner => owner.Value == id && owner.Key != id).Select(owner => owner.Key)];
    }

    private static string IdOf(JsonElement model) => model.GetProperty("id").GetString()!;

    private void Claim(JsonElement model, string clause)
    {
        if (!model.TryGetProperty("match", out var match))
        {
            return;
        }

        var alternatives = match.TryGetProperty("or", out var list) ? list.EnumerateArray().ToArray() : [match];
        foreach (var alternative in alternatives)
        {
            if (alternative.TryGetProperty(clause, out var text) && text.GetString() is { Length: > 0 } name)
            {
                _owners.TryAdd(name, IdOf(model));
            }
        }
    }
}
