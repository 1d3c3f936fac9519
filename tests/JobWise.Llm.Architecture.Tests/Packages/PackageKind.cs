namespace JobWise.Llm.Architecture.Tests.Packages;

/// <summary>Where a package stands in the flow of a call.</summary>
internal enum PackageKind
{
    Core,
    Provider,
    Pipeline,
    Resume,
    Adapter,
}
