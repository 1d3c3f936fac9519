using System.Buffers;
using System.Globalization;

namespace JobWise.Llm.Wire;

/// <summary>Holds the rules of one batch while its items are written; what breaks one is refused before anything is sent.</summary>
/// <param name="rules">The vendor's.</param>
/// <param name="instance">The name the provider was registered under.</param>
/// <param name="provider">The vendor.</param>
internal sealed class BatchChecker(LLMBatchRules rules, string instance, string provider)
{
    private const int MostIdCharacters = 64;
    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private string? _model;

    /// <summary>The window to ask for.</summary>
    public TimeSpan WindowOf(LLMBatchOptions? options)
    {
        var window = options?.CompletionWindow ?? rules.ShortestWindow;
        if (window < rules.ShortestWindow || window > rules.LongestWindow || window.Ticks % TimeSpan.TicksPerHour != 0)
        {
            throw Refusal(string.Create(
                CultureInfo.InvariantCulture,
                $"CompletionWindow is {window.TotalHours:0.##} hours. Set whole hours from {rules.ShortestWindow.TotalHours} to {rules.LongestWindow.TotalHours}, or leave it out."));
        }

        return window;
    }

    /// <summary>Takes the next item's id, before the item is planned.</summary>
    public void TakeId(LLMBatchItem? item)
    {
        var place = _ids.Count + 1;
        if (item?.Request is null || item.CustomId is null)
        {
            throw Refusal(string.Create(CultureInfo.InvariantCulture, $"Item {place} of the batch, its Request or its CustomId is null."));
        }

        if (place > rules.MaxItems)
        {
            throw Refusal(string.Create(
                CultureInfo.InvariantCulture, $"The batch has more than {rules.MaxItems} items, the most that {instance} takes. Cut it into several."));
        }

        if (item.CustomId is not { Length: > 0 and <= MostIdCharacters } || item.CustomId.AsSpan().ContainsAnyExcept(IdCharacters))
        {
            throw Refusal(string.Create(
                CultureInfo.InvariantCulture,
                $"The CustomId of item {place}, '{Shorten(item.CustomId)}', is not 1 to {MostIdCharacters} letters, digits, hyphens and underscores of ASCII."));
        }

        if (!_ids.Add(item.CustomId))
        {
            throw Refusal($"Two items have the CustomId '{item.CustomId}'. Give each its own, or their results cannot be told apart.");
        }
    }

    /// <summary>Takes the model of the item whose id was taken last.</summary>
    public void TakeModel(string customId, string model)
    {
        _model ??= model;
        if (rules.RequiresOneModel && !string.Equals(model, _model, StringComparison.Ordinal))
        {
            throw Refusal($"The item '{customId}' asks for the model '{model}', those before it for '{_model}'. {instance} takes one model per batch: make a batch for each.");
        }
    }

    /// <summary>Takes the size of everything written so far.</summary>
    public void TakeSize(string customId, long bytes)
    {
        if (bytes > rules.MaxBytes)
        {
            throw Refusal(string.Create(
                CultureInfo.InvariantCulture,
                $"With the item '{customId}' the batch is larger than {rules.MaxBytes} bytes, the most that {instance} takes. Cut it into several."));
        }
    }

    /// <summary>Called after the last item.</summary>
    public void Finish()
    {
        if (_ids.Count == 0)
        {
            throw Refusal("The batch has no items. Hand over at least one.");
        }
    }

    /// <summary>The refusal of one item by what plans and writes requests, which names no item.</summary>
    public static LLMInvalidRequestException Named(LLMInvalidRequestException error, string customId) =>
        new($"The item '{customId}': {error.Message}", error.Details, error);

    private LLMInvalidRequestException Refusal(string message) => new($"{instance}: {message}", new LLMErrorDetails { Provider = provider });

    // Whoever took the prompt for the id should not find it in a log.
    private static string Shorten(string id) => id.Length <= MostIdCharacters ? id : string.Concat(id.AsSpan(0, 8), "…");
}
