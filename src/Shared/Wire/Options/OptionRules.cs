using System.Globalization;

namespace JobWise.Llm.Wire;

/// <summary>Every rule that the options of a provider must keep.</summary>
internal static class OptionRules
{
    public static IEnumerable<string> Failures(string section, LLMProviderOptions options, Vendor vendor) =>
        BaseUrl(section, options, vendor)
            .Concat(ApiKey(section, options))
            .Concat(Numbers(section, options))
            .Concat(Headers($"{section}:DefaultHeaders", options.DefaultHeaders))
            .Concat(Headers(section, vendor.Headers(options)));

    private static IEnumerable<string> BaseUrl(string section, LLMProviderOptions options, Vendor vendor)
    {
        if ((options.BaseUrl ?? vendor.DefaultBaseUrl) is not { } url)
        {
            yield return $"{section}:BaseUrl is not set. Set it to the address of the server, such as http://localhost:11434/v1.";
        }
        else if (BaseUrlRules.Refusal(url, options.AllowInsecureHttp) is { } refusal)
        {
            yield return $"{section}:BaseUrl '{BaseUrlRules.Show(url)}' {refusal}";
        }
    }

    private static IEnumerable<string> ApiKey(string section, LLMProviderOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.ApiKey) && ApiKeyRules.Refusal(options.ApiKey.Trim(), $"{section}:ApiKey") is { } refusal)
        {
            yield return refusal;
        }
    }

    private static IEnumerable<string> Numbers(string section, LLMProviderOptions options)
    {
        if (options.ConnectTimeout <= TimeSpan.Zero || options.ConnectTimeout > TimeSpan.FromMinutes(5))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{section}:ConnectTimeout is {options.ConnectTimeout}. Set it above zero and to at most 00:05:00.");
        }

        if (options.FirstByteTimeout is { } firstByte && (firstByte <= TimeSpan.Zero || firstByte > TimeSpan.FromDays(1)))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{section}:FirstByteTimeout is {firstByte}. Set it above zero and to at most one day, or leave it out.");
        }

        (string Name, int Value)[] caps =
            [("MaxResponseBytes", options.MaxResponseBytes), ("MaxEventBytes", options.MaxEventBytes), ("MaxLineBytes", options.MaxLineBytes)];
        foreach (var (name, value) in caps)
        {
            if (value is < 1024 or > 1024 * 1024 * 1024)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{section}:{name} is {value}. Set it between 1024 and 1073741824.");
            }
        }
    }

    private static IEnumerable<string> Headers(string section, IEnumerable<KeyValuePair<string, string>> headers) =>
        from header in headers
        let refusal = HeaderRules.Refusal(header.Key, header.Value)
        where refusal is not null
        select $"{section}: the header '{header.Key}' {refusal}";
}
