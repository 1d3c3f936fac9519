namespace JobWise.Llm;

/// <summary>How to reach OpenAI. The key is best set as <c>OPENAI_API_KEY</c>; everything else has a default.</summary>
public sealed class OpenAIOptions : OpenAIProtocolOptions
{
    /// <summary>The organization that pays, for keys that belong to several; null is the key's default.</summary>
    public string? Organization { get; set; }

    /// <summary>The project that pays, for keys that belong to several; null is the key's default.</summary>
    public string? Project { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, string>> GetVendorHeaders() =>
        string.IsNullOrEmpty(Organization) && string.IsNullOrEmpty(Project) ? [] : GetAccountHeaders();

    private IEnumerable<KeyValuePair<string, string>> GetAccountHeaders()
    {
        if (!string.IsNullOrEmpty(Organization))
        {
            yield return new("OpenAI-Organization", Organization);
        }

        if (!string.IsNullOrEmpty(Project))
        {
            yield return new("OpenAI-Project", Project);
        }
    }
}
