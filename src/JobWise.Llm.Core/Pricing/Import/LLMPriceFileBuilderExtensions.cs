using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm;

/// <summary>Lays price files of other projects over the shipped prices. <c>JobWise:Llm:Catalog:Prices</c> and code win over them.</summary>
public static class LLMPriceFileBuilderExtensions
{
    /// <summary>Uses LiteLLM's <c>model_prices_and_context_window.json</c>. Of several files the later one wins.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="path">The file; read at start.</param>
    /// <param name="asOf">The day on which it was downloaded. Its prices are valid from then, since the file has no dates.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddLiteLLMPrices(this ILLMBuilder builder, string path, DateOnly asOf) =>
        AddFile(builder, LLMPriceFileFormat.LiteLLM, path, asOf);

    /// <summary>Uses LiteLLM's prices from a stream, which is read at once and left open.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="stream">The JSON text.</param>
    /// <param name="asOf">The day on which the prices were true.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddLiteLLMPrices(this ILLMBuilder builder, Stream stream, DateOnly asOf) =>
        AddStream(builder, LLMPriceFileFormat.LiteLLM, stream, asOf);

    /// <summary>Uses the <c>data.json</c> of pydantic's genai-prices. Of several files the later one wins.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="path">The file; read at start.</param>
    /// <param name="asOf">The day on which it was downloaded. A price without a date of its own is valid from then.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddGenAIPrices(this ILLMBuilder builder, string path, DateOnly asOf) =>
        AddFile(builder, LLMPriceFileFormat.GenAIPrices, path, asOf);

    /// <summary>Uses the prices of genai-prices from a stream, which is read at once and left open.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="stream">The JSON text.</param>
    /// <param name="asOf">The day on which the prices were true.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddGenAIPrices(this ILLMBuilder builder, Stream stream, DateOnly asOf) =>
        AddStream(builder, LLMPriceFileFormat.GenAIPrices, stream, asOf);

    private static ILLMBuilder AddFile(ILLMBuilder builder, LLMPriceFileFormat format, string path, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Add(builder, new LLMPriceFile { Format = format, Path = path, AsOf = asOf });
    }

    private static ILLMBuilder AddStream(ILLMBuilder builder, LLMPriceFileFormat format, Stream stream, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(stream);
        return Add(builder, new LLMPriceFile(LLMPriceImport.Read(format, stream, asOf)));
    }

    private static ILLMBuilder Add(ILLMBuilder builder, LLMPriceFile file)
    {
        builder.AddModelCatalog();
        builder.Services.Configure<LLMCatalogOptions>(options => options.PriceFiles.Add(file));
        return builder;
    }
}
