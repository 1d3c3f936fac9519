namespace JobWise.Llm.Tests;

/// <summary>An answer type whose constructor refuses values.</summary>
internal sealed record PickyTown
{
    public PickyTown(string name) => Name = name.Length > 3 ? throw new ArgumentException($"'{name}' is too long.", nameof(name)) : name;

    public string Name { get; }
}
