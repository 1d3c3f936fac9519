using System.Text.RegularExpressions;

namespace JobWise.Llm.Pipeline;

/// <summary>Finds keys, tokens, private keys and passwords of connection strings, in the order of the text and without overlaps.</summary>
internal static partial class SecretScan
{
    /// <summary>What the expressions below need, beside the prefixes of the forms.</summary>
    public static readonly string[] OtherBeginnings = ["eyj", "begin", "password", "pwd", "accountkey", "postgres", "mysql:", "mongodb", "amqp", "redis:", "rediss:"];

    public static List<SecretFinding> Scan(string text)
    {
        List<SecretFinding> findings = [];
        foreach (var form in SecretForms.All)
        {
            AddAll(form, text, findings);
        }

        AddAll("secret.private-key", PrivateKey(), text, findings);
        AddAll("secret.jwt", Jwt(), text, findings);
        AddAll("secret.connection-string", ConnectionString(), text, findings);
        AddAll("secret.address-password", AddressPassword(), text, findings);
        findings.Sort((left, right) => left.Start.CompareTo(right.Start));
        return findings;
    }

    private static void AddAll(SecretForm form, string text, List<SecretFinding> findings)
    {
        for (var at = 0; text.IndexOf(form.Prefix, at, StringComparison.Ordinal) is >= 0 and var start; at = start + form.Prefix.Length)
        {
            var behind = text.AsSpan(start + form.Prefix.Length);
            var length = behind.IndexOfAnyExcept(form.Letters) is >= 0 and var end ? end : behind.Length;
            if (length >= form.Shortest && (start == 0 || !char.IsLetterOrDigit(text[start - 1])))
            {
                Add(new SecretFinding(form.Id, start, form.Prefix.Length + length), findings);
            }
        }
    }

    private static void AddAll(string ruleId, Regex expression, string text, List<SecretFinding> findings)
    {
        foreach (var match in expression.EnumerateMatches(text))
        {
            Add(new SecretFinding(ruleId, match.Index, match.Length), findings);
        }
    }

    private static void Add(SecretFinding finding, List<SecretFinding> findings)
    {
        if (!findings.Exists(other => finding.Start < other.Start + other.Length && other.Start < finding.Start + finding.Length))
        {
            findings.Add(finding);
        }
    }

#pragma warning disable MA0009 // Every repetition is bounded, so that matching takes time in proportion to the text.
    [GeneratedRegex(@"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,4000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\beyJ(?>[\w-]{8,4000})\.eyJ(?>[\w-]{8,4000})\.[\w-]{16,2000}", RegexOptions.CultureInvariant)]
    private static partial Regex Jwt();

    /// <summary>The value alone, without signs of a placeholder.</summary>
    [GeneratedRegex(@"(?<=\b(?:password|pwd|accountkey)\s?=\s?)(?![*xX.]{3}|your|change|\$?\{|<|%|\[)[^;\s'""&<>]{6,200}(?=;|['""]|\s*$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ConnectionString();

    [GeneratedRegex(@"(?<=\b(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|amqps?|rediss?)://[^:/\s@]{0,60}:)(?![*xX.]{3}|\$?\{|<|%7B)[^@\s/]{4,200}(?=@)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AddressPassword();
#pragma warning restore MA0009
}
