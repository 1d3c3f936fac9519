namespace JobWise.Llm.Conformance.Packages;

public class ProviderPackagesTests
{
    [Fact]
    public void Every_package_with_a_provider_has_a_conformance_suite() =>
        Assert.Empty(ProviderPackages.Missing(ProviderPackages.FromSourceFolders(), ProviderPackages.Covered()));

    [Fact]
    public void Missing_names_a_provider_that_nothing_covers_and_passes_over_other_packages()
    {
        var missing = ProviderPackages.Missing([typeof(ILLMService).Assembly, typeof(MockLLMService).Assembly], []);

        Assert.Equal(["JobWise.Llm.Mock"], missing);
    }
}
