namespace JobWise.Llm;

/// <summary>The price files of other projects that can be read.</summary>
public enum LLMPriceFileFormat
{
    /// <summary><c>model_prices_and_context_window.json</c> of LiteLLM: US dollars per token, without dates.</summary>
    LiteLLM = 0,

    /// <summary><c>data.json</c> of pydantic's genai-prices: US dollars per million tokens, some with the day from which they hold.</summary>
    GenAIPrices = 1,
}
