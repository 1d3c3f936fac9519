namespace JobWise.Llm.Wire;

/// <summary>The addresses under one base address; a query of the base, such as a version, stays on each.</summary>
/// <param name="baseUrl">Up to and including the version.</param>
internal sealed class Endpoint(Uri baseUrl)
{
    public Uri BaseUrl { get; } = baseUrl;

    public Uri Chat { get; } = Under(baseUrl, "chat/completions");

    public Uri Models { get; } = Under(baseUrl, "models");

    private static Uri Under(Uri baseUrl, string path) =>
        new UriBuilder(baseUrl) { Path = $"{baseUrl.AbsolutePath.TrimEnd('/')}/{path}" }.Uri;
}
