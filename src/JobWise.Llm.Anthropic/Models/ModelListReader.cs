using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads a page of the list of models, each with its limits and what it can do.</summary>
internal static class ModelListReader
{
    /// <exception cref="WireFormatException">The bytes are no list of models.</exception>
    public static ModelPage Read(ReadOnlySpan<byte> body, string provider)
    {
        try
        {
            var json = Bytes.WithoutBom(body);
            var reader = new Utf8JsonReader(json);
            return ReadPage(ref reader, provider);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The reader tells invalid JSON by the one and invalid text by the other.
            throw new WireFormatException("The list of models is not valid JSON. Check BaseUrl and any proxy on the way.");
        }
    }

    private static ModelPage ReadPage(ref Utf8JsonReader reader, string provider)
    {
        List<LLMModel>? models = null;
        var hasMore = false;
        string? last = null;
        if (reader.Read() && Json.IsObject(ref reader))
        {
            while (Json.NextMember(ref reader))
            {
                if (Json.Member(ref reader, "data"u8))
                {
                    models = ReadModels(ref reader, provider);
                }
                else if (Json.Member(ref reader, "has_more"u8))
                {
                    hasMore = Json.Text(ref reader) == "true";
                }
                else if (Json.Member(ref reader, "last_id"u8))
                {
                    last = Json.Text(ref reader);
                }
                else
                {
                    Json.SkipMember(ref reader);
                }
            }
        }

        return new ModelPage
        {
            Models = models ?? throw new WireFormatException("The answer is JSON, but not a list of models. Check BaseUrl."),
            NextQuery = hasMore && last is { Length: > 0 } ? $"after_id={Uri.EscapeDataString(last)}" : null,
        };
    }

    private static List<LLMModel>? ReadModels(ref Utf8JsonReader reader, string provider)
    {
        if (!Json.IsArray(ref reader))
        {
            return null;
        }

        List<LLMModel> models = [];
        while (Json.NextItem(ref reader))
        {
            if (ReadModel(ref reader, provider) is { } model)
            {
                models.Add(model);
            }
        }

        return models;
    }

    private static LLMModel? ReadModel(ref Utf8JsonReader reader, string provider)
    {
        if (!Json.IsObject(ref reader))
        {
            return null;
        }

        var model = new LLMModel { Id = string.Empty, Provider = provider };
        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "id"u8))
            {
                model = model with { Id = Json.Text(ref reader) ?? string.Empty };
            }
            else if (Json.Member(ref reader, "max_input_tokens"u8))
            {
                model = model with { ContextWindow = Json.Count(ref reader) };
            }
            else if (Json.Member(ref reader, "max_tokens"u8))
            {
                model = model with { MaxOutputTokens = Json.Count(ref reader) };
            }
            else if (Json.Member(ref reader, "capabilities"u8))
            {
                model = model with { Capabilities = CapabilityReader.Read(ref reader) };
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        return model.Id.Length == 0 ? null : model;
    }
}
