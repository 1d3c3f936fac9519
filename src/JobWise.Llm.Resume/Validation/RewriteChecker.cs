namespace JobWise.Llm.Resume;

/// <summary>Checks a wording against the text that it cites. It fails closed: what cannot be traced is a finding.</summary>
internal static class RewriteChecker
{
    public static RewriteCheck Check(RewriteScope scope, string proposal)
    {
        if (proposal == scope.Source.Text)
            return new([], 1);
        if (FormCheck.Find(scope, proposal) is { } form)
            return new([form], 1);
        var facts = new TextFacts(proposal);
        ResumeFinding[] findings =
        [
            .. NumberCheck.Find(scope, facts),
            .. NameCheck.Find(scope, facts),
            .. WordCheck.Find(scope, facts),
            .. RoleCheck.Find(scope, facts),
            .. OrderCheck.Find(scope, facts),
            .. scope.MustKeepFacts ? LossCheck.Find(scope.Source, facts) : [],
        ];
        return new([.. findings.DistinctBy(finding => (finding.Code, finding.Value))], facts.Tokens.Count);
    }

    public static ResumeFinding Finding(string code, string value, string reason) => new() { Code = code, Value = value, Reason = reason };
}
