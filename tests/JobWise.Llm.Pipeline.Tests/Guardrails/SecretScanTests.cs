namespace JobWise.Llm.Pipeline.Tests.Guardrails;

/// <summary>No sample is a key: each is put together at run time from a known beginning and the same letters.</summary>
public class SecretScanTests
{
    private const string Begin = "-----BEGIN ";

    public static TheoryData<string, string> Secrets => new()
    {
        { "secret.openai-key", "sk" + "-" + GuardsUnderTest.Letters(48) },
        { "secret.anthropic-key", "sk" + "-ant-" + GuardsUnderTest.Letters(40) },
        { "secret.groq-key", GuardsUnderTest.GroqKey },
        { "secret.aws-key-id", "AK" + "IA" + GuardsUnderTest.Letters(16).ToUpperInvariant() },
        { "secret.github-token", "gh" + "p_" + GuardsUnderTest.Letters(36) },
        { "secret.google-key", "AI" + "za" + GuardsUnderTest.Letters(35) },
        { "secret.slack-token", "xo" + "xb-" + GuardsUnderTest.Letters(30) },
        { "secret.private-key", Begin + "RSA PRIVATE" + " KEY-----\n" + GuardsUnderTest.Letters(64) + "\n-----END RSA PRIVATE" + " KEY-----" },
        { "secret.jwt", "ey" + "J" + GuardsUnderTest.Letters(20) + ".ey" + "J" + GuardsUnderTest.Letters(30) + "." + GuardsUnderTest.Letters(43) },
        { "secret.connection-string", "hunter" + "2hunter" },
        { "secret.address-password", "s3cr" + "etpass" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Scan_a_known_form_is_found_where_it_stands_and_wakes(string ruleId, string secret)
    {
        var text = ruleId switch
        {
            "secret.connection-string" => $"Use Server=db;User=app;Password={secret};Encrypt=true here.",
            "secret.address-password" => $"Use postgres://app:{secret}@db.example.com/jobs here.",
            _ => $"Use {secret} here.",
        };

        var finding = Assert.Single(SecretScan.Scan(text));

        Assert.Equal((ruleId, secret), (finding.RuleId, text.Substring(finding.Start, finding.Length)));
        Assert.True(GuardsUnderTest.CreateScan().Wake.Look(text).HasFlag(WakeReasons.Secret));
    }

    [Theory]
    [InlineData("A task-based, risk-averse desk-research project with sk-learn.")]
    [InlineData("Server=db;Password=***;User=app")]
    [InlineData("Server=db;Password=${DB_PASSWORD};User=app")]
    [InlineData("Password=your-password;")]
    [InlineData("Enter the password = the name of your first pet, please")]
    [InlineData("postgres://app:<password>@db.example.com/jobs")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("AKIA is a prefix of Amazon.")]
    public void Scan_what_only_resembles_a_secret_is_let_go(string text) => Assert.Empty(SecretScan.Scan(text));

    [Fact]
    public void Scan_several_secrets_come_in_order_and_do_not_overlap()
    {
        var text = $"{GuardsUnderTest.GroqKey} and sk" + "-ant-" + $"{GuardsUnderTest.Letters(40)}";

        var findings = SecretScan.Scan(text);

        Assert.Equal(["secret.groq-key", "secret.anthropic-key"], findings.Select(finding => finding.RuleId));
        Assert.True(findings[0].Start + findings[0].Length <= findings[1].Start);
    }
}
