using System.Collections.ObjectModel;
using System.Text.Json;
using static System.FormattableString;

namespace JobWise.Llm;

/// <summary>The prices of another project's file, and all that was not taken over. Figures are read as decimals, digit by digit.</summary>
public sealed record LLMPriceImport
{
    /// <summary>The prices, each with its day.</summary>
    public IReadOnlyList<LLMPriceEntry> Prices { get; init; } = [];

    /// <summary>Models of the file without a price here, and why. Their cost stays what it was before, or unknown.</summary>
    public IReadOnlyList<LLMPriceImportNote> Skipped { get; init; } = [];

    /// <summary>Models whose price is here but lacks a part of what the file says. What is lacking is unknown, never a guess.</summary>
    public IReadOnlyList<LLMPriceImportNote> Warnings { get; init; } = [];

    /// <summary>Names of price fields that were passed over, such as those of audio, with the number of models that have them.</summary>
    public IReadOnlyDictionary<string, int> LeftOut { get; init; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>Reads a file.</summary>
    /// <param name="format">Whose file it is.</param>
    /// <param name="stream">The JSON text; read to its end and left open.</param>
    /// <param name="asOf">The day on which the file's prices were true: that of the download. A price without a day of its own is valid from then.</param>
    /// <param name="vendors">The vendor here by the vendor in the file, where they have different names; others keep the file's name.</param>
    /// <exception cref="InvalidDataException">The text is not JSON, or not of this format.</exception>
    public static LLMPriceImport Read(
        LLMPriceFileFormat format, Stream stream, DateOnly asOf, IReadOnlyDictionary<string, string>? vendors = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var notes = new PriceImportNotes(vendors ?? ReadOnlyDictionary<string, string>.Empty);
        Action<JsonElement> read = format switch
        {
            LLMPriceFileFormat.LiteLLM => new LiteLLMPriceReader(asOf, notes).Read,
            LLMPriceFileFormat.GenAIPrices => new GenAIPriceReader(asOf, notes).Read,
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Use one of the values of LLMPriceFileFormat."),
        };
        using var document = Parse(format, stream);
        try
        {
            read(document.RootElement);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"The price file is JSON, but not in the format {format}; give it as it was published.", error);
        }

        return notes.ToImport();
    }

    private static JsonDocument Parse(LLMPriceFileFormat format, Stream stream)
    {
        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(
                Invariant($"The price file is not JSON at line {error.LineNumber + 1}; give the file of {format} as it was published."), error);
        }
    }
}
