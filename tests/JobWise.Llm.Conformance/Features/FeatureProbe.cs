namespace JobWise.Llm.Conformance.Features;

/// <summary>Finds out what a cell of the table must say.</summary>
internal static class FeatureProbe
{
    public const string Yes = "yes";
    public const string Reported = "reported";
    public const string No = "no";
    public const string Dropped = "DROPPED IN SILENCE";

    public static async Task<string> AskAsync(Feature feature, FeatureProvider provider)
    {
        using var vendor = new RecordingVendor(provider.Answer);
        using var http = new HttpClient(vendor);
        var service = provider.Create(http);
        if (feature.Port is { } port)
        {
            return service.GetService(port) is null ? No : Yes;
        }

        var request = feature.Ask(LLMRequest.FromPrompt("Hello"));
        var response = feature.Streams
            ? await service.GenerateStreamAsync(request).ToResponseAsync()
            : await service.GenerateAsync(request);
        return Judge(feature, vendor, response);
    }

    private static string Judge(Feature feature, RecordingVendor vendor, LLMResponse response)
    {
        if (feature.Option is { } option && response.Warnings.Any(warning => warning.Option == option))
        {
            return Reported;
        }

        return !feature.IsSent(vendor.Sent!) ? Dropped : feature.IsAnswered(response) ? Yes : No;
    }
}
