namespace JobWise.Llm.Pipeline;

/// <summary>Whose limits are shared: one model of a vendor at one account.</summary>
internal readonly record struct AccountKey(string Provider, string Account, string Model);
