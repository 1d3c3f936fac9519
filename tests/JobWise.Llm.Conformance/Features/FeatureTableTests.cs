using JobWise.Llm.TestKit;

namespace JobWise.Llm.Conformance.Features;

/// <summary>Keeps the feature table of docs/providers.md true: every cell is tried on the wire.</summary>
public sealed class FeatureTableTests
{
    private const string Start = "<!-- feature table: tests keep it true -->";
    private const string End = "<!-- end of the feature table -->";

    [Fact]
    public async Task Table_in_the_documents_is_what_the_providers_do()
    {
        var table = await FeatureTable.WriteAsync();

        var written = await ReadAsync();

        Assert.True(table.SequenceEqual(written), $"docs/providers.md must hold:\n{string.Join('\n', table)}");
    }

    [Fact]
    public async Task No_option_is_dropped_in_silence() =>
        Assert.DoesNotContain(await FeatureTable.WriteAsync(), line => line.Contains(FeatureProbe.Dropped, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> ReadAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(), "docs", "providers.md"));
        var start = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return text[start..text.IndexOf(End, StringComparison.Ordinal)].Trim().Split('\n');
    }
}
