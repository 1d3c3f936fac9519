namespace JobWise.Llm.Proofs.Guardrails;

/// <summary>The judge of <c>--control</c>: the three phrases, in lower case, that the design of this product began with.</summary>
internal static class SeedPatterns
{
    private static readonly string[] Phrases = ["ignore previous instructions", "disregard all prior", "forget everything"];

    public static Task<bool> RefusesAsync(string text) =>
        Task.FromResult(Phrases.Any(phrase => text.ToLowerInvariant().Contains(phrase, StringComparison.Ordinal)));
}
