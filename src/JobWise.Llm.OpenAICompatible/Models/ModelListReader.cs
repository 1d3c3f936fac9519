using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads a list of models; some servers say how long their context is, each under a name of its own.</summary>
internal static class ModelListReader
{
    /// <exception cref="WireFormatException">The bytes are no list of models.</exception>
    public static ModelPage Read(ReadOnlySpan<byte> body, string provider)
    {
        try
        {
            var json = Bytes.WithoutBom(body);
            var reader = new Utf8JsonReader(json);
            List<LLMModel>? models = null;
            if (reader.Read() && Json.IsObject(ref reader))
            {
                while (Json.NextMember(ref reader))
                {
                    if (Json.Member(ref reader, "data"u8))
                    {
                        models = ReadModels(ref reader, provider);
                    }
                    else
                    {
                        Json.SkipMember(ref reader);
                    }
                }
            }

            return new ModelPage { Models = models ?? throw new WireFormatException("The answer is JSON, but not a list of models. Check BaseUrl.") };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The reader tells invalid JSON by the one and invalid text by the other.
            throw new WireFormatException("The list of models is not valid JSON. Check BaseUrl and any proxy on the way.");
        }
    }

    private static List<LLMModel>? ReadModels(ref Utf8JsonReader reader, string provider)
    {
        // Ollama without models sends null.
        if (reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

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

        string? id = null;
        int? context = null;
        int? output = null;
        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "id"u8))
            {
                id = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "context_window"u8) || Json.Member(ref reader, "max_model_len"u8) || Json.Member(ref reader, "context_length"u8))
            {
                context = Json.Count(ref reader) ?? context;
            }
            else if (Json.Member(ref reader, "max_completion_tokens"u8))
            {
                output = Json.Count(ref reader);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        return string.IsNullOrEmpty(id) ? null : new LLMModel { Id = id, Provider = provider, ContextWindow = context, MaxOutputTokens = output };
    }
}
