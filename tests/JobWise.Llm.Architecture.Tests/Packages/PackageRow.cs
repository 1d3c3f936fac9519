namespace JobWise.Llm.Architecture.Tests.Packages;

/// <summary>What one package may reference.</summary>
/// <param name="Name">The folder under <c>src/</c>.</param>
/// <param name="Kind">Where it stands.</param>
/// <param name="Projects">Our packages it references; exactly these.</param>
/// <param name="Packages">Foreign packages it may reference; no others.</param>
internal sealed record PackageRow(string Name, PackageKind Kind, string[] Projects, string[] Packages);
