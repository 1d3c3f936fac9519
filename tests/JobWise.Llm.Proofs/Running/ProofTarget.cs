using System.Globalization;

namespace JobWise.Llm.Proofs.Running;

/// <summary>What one figure must be.</summary>
internal sealed record ProofTarget
{
    public required string Key { get; init; }

    public required decimal Value { get; init; }

    public ProofRelation Relation { get; init; }

    /// <summary>Whether the stand-in of <c>--control</c> must miss it. All other targets it must meet: a crash is no control.</summary>
    public bool IsMissedByControl { get; init; }

    public static ProofTarget Exactly(string key, decimal value) => new() { Key = key, Value = value };

    public static ProofTarget AtMost(string key, decimal value) => new() { Key = key, Value = value, Relation = ProofRelation.AtMost };

    public static ProofTarget AtLeast(string key, decimal value) => new() { Key = key, Value = value, Relation = ProofRelation.AtLeast };

    public bool IsMetBy(decimal figure) => Relation switch
    {
        ProofRelation.AtMost => figure <= Value,
        ProofRelation.AtLeast => figure >= Value,
        _ => figure == Value,
    };

    public override string ToString() => Key + Sign + Value.ToString(CultureInfo.InvariantCulture);

    private string Sign => Relation switch
    {
        ProofRelation.AtMost => "<=",
        ProofRelation.AtLeast => ">=",
        _ => "=",
    };
}
