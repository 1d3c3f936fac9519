using System.Buffers;

namespace JobWise.Llm.Pipeline;

/// <summary>Keys that tell their kind by how they begin. A form of its own goes before a more general one.</summary>
internal static class SecretForms
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphanumeric);
    private static readonly SearchValues<char> Token = SearchValues.Create(Alphanumeric + "_-");
    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");

    public static readonly SecretForm[] All =
    [
        new("secret.anthropic-key", "sk-ant-", Token, 20),
        new("secret.openai-key", "sk-", Token, 20),
        new("secret.groq-key", "gsk_", Letters, 20),
        new("secret.aws-key-id", "AKIA", Capitals, 16),
        new("secret.aws-key-id", "ASIA", Capitals, 16),
        new("secret.github-token", "github_pat_", Token, 22),
        new("secret.github-token", "ghp_", Letters, 30),
        new("secret.github-token", "gho_", Letters, 30),
        new("secret.github-token", "ghs_", Letters, 30),
        new("secret.gitlab-token", "glpat-", Token, 20),
        new("secret.slack-token", "xoxb-", Token, 20),
        new("secret.slack-token", "xoxp-", Token, 20),
        new("secret.google-key", "AIza", Token, 35),
        new("secret.stripe-key", "sk_live_", Letters, 20),
        new("secret.huggingface-token", "hf_", Letters, 30),
        new("secret.npm-token", "npm_", Letters, 30),
    ];

    /// <summary>Beginnings of words without which a text holds no secret that is known here.</summary>
    public static IEnumerable<WakeWord> WakeWords =>
        All.Select(form => form.Prefix.ToLowerInvariant()).Concat(SecretScan.OtherBeginnings).Distinct(StringComparer.Ordinal)
            .Select(beginning => new WakeWord(beginning, WakeWordKind.Secret));
}
