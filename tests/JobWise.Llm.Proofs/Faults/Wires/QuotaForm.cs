namespace JobWise.Llm.Proofs.Faults.Wires;

/// <summary>One way in which a provider says that the account has nothing left to spend.</summary>
/// <param name="Name">For the id of the fault.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">As on the wire.</param>
internal sealed record QuotaForm(string Name, int Status, string Body);
