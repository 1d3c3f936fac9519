using System.Text.Json;

namespace JobWise.Llm.Proofs.Guardrails;

/// <summary>The labelled texts, one JSON object a line.</summary>
internal static class LabelledSet
{
    private const string Resource = "labelled.jsonl";

    public static async Task<IReadOnlyList<LabelledText>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var stream = typeof(LabelledSet).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{Resource}'.");
        using var lines = new StreamReader(stream);
        List<LabelledText> texts = [];
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            texts.Add(JsonSerializer.Deserialize(line, LabelledJsonContext.Default.LabelledText)
                ?? throw new InvalidOperationException($"Line {texts.Count + 1} of '{Resource}' is empty."));
        }

        return texts;
    }
}
