using System.Globalization;

namespace JobWise.Llm.Proofs.Running;

/// <summary>One measured figure of the last line.</summary>
/// <param name="Key">Lower case with underscores.</param>
/// <param name="Value">The number.</param>
internal sealed record ProofFigure(string Key, decimal Value)
{
    public override string ToString() => $"{Key}={Value.ToString(CultureInfo.InvariantCulture)}";
}
