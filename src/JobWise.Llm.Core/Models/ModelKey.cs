namespace JobWise.Llm;

/// <summary>A model of a vendor: the vendor without regard to case, the id with.</summary>
/// <param name="Provider">The vendor.</param>
/// <param name="Id">The model's id.</param>
internal readonly record struct ModelKey(string Provider, string Id)
{
    public bool Equals(ModelKey other) =>
        string.Equals(Provider, other.Provider, StringComparison.OrdinalIgnoreCase) && string.Equals(Id, other.Id, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(
        StringComparer.OrdinalIgnoreCase.GetHashCode(Provider), StringComparer.Ordinal.GetHashCode(Id));
}
