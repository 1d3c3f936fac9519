namespace JobWise.Llm;

/// <summary>What every provider of the OpenAI protocol can be told; the base of the vendors' own options.</summary>
public abstract class OpenAIProtocolOptions : LLMProviderOptions
{
    /// <summary>For the options class of a vendor.</summary>
    protected OpenAIProtocolOptions()
    {
    }

    /// <summary>Headers that the vendor's own options stand for, such as an organization; none unless a vendor has them.</summary>
    protected internal virtual IEnumerable<KeyValuePair<string, string>> GetVendorHeaders() => [];
}
