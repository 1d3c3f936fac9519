using System.Security.Cryptography;
using System.Text;

namespace JobWise.Llm.Proofs.Guardrails;

/// <summary>A text of which people know whether it is an injection.</summary>
internal sealed record LabelledText
{
    public required string Id { get; init; }

    public required bool Injection { get; init; }

    /// <summary>The kind of attack, or what the harmless text is.</summary>
    public required string Family { get; init; }

    public required string Lang { get; init; }

    public required string Text { get; init; }

    /// <summary>Half of the set, by the hash of the id, was kept from whoever wrote the rules. Only this half is reported.</summary>
    public bool IsLocked => SHA256.HashData(Encoding.UTF8.GetBytes(Id))[0] % 2 == 1;
}
