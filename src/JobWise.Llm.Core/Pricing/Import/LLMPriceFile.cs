using static System.FormattableString;

namespace JobWise.Llm;

/// <summary>A price file of another project that is laid over the shipped prices. Read once, at start or when a price is first asked for.</summary>
public sealed class LLMPriceFile
{
    private readonly Lock _lock = new();
    private LLMPriceImport? _import;

    /// <summary>A file that is still to be named.</summary>
    public LLMPriceFile()
    {
    }

    internal LLMPriceFile(LLMPriceImport import) => _import = import;

    /// <summary>Whose format it has.</summary>
    /// <value>The default value is <see cref="LLMPriceFileFormat.LiteLLM"/>.</value>
    public LLMPriceFileFormat Format { get; set; }

    /// <summary>The file; a relative path goes from the working directory of the process. Required.</summary>
    public string? Path { get; set; }

    /// <summary>The day on which the prices were true: that of the download. Required, since neither format says it.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>The vendor here by the vendor in the file, such as <c>mistral_ai</c> for <c>mistral</c>; others keep the file's name.</summary>
    public Dictionary<string, string> Vendors { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads it, once.</summary>
    /// <exception cref="InvalidDataException">It is incomplete, cannot be read, or is of another format.</exception>
    internal LLMPriceImport Load()
    {
        lock (_lock)
        {
            return _import ??= Read();
        }
    }

    private LLMPriceImport Read()
    {
        if (string.IsNullOrWhiteSpace(Path))
            throw new InvalidDataException("Path is empty: name the price file.");
        if (AsOf is not { } day)
            throw new InvalidDataException($"AsOf is not set for '{Path}': give the day on which the file was downloaded, such as 2026-11-24.");
        try
        {
            using var stream = File.OpenRead(Path);
            return LLMPriceImport.Read(Format, stream, day, Vendors);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(Invariant($"The price file '{Path}' cannot be opened ({error.GetType().Name}): correct the path or its rights."), error);
        }
    }
}
