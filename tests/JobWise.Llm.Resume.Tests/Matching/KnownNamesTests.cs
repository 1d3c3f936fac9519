namespace JobWise.Llm.Resume.Matching;

public class KnownNamesTests
{
    [Fact]
    public void FindAll_longer_name_wins_and_order_is_kept()
    {
        var found = KnownNames.FindAll("C#/.NET, Docker Compose, GitHub Actions; k8s and Google Ads.");

        Assert.Equal(["C#", ".NET", "Docker Compose", "GitHub Actions", "Kubernetes", "Google Ads"], found.Select(match => match.Name.Canonical));
    }

    [Fact]
    public void FindAll_plain_words_are_no_names() =>
        Assert.Empty(KnownNames.FindAll("Led teams of five in spring 2021 to go to market and react to the rest."));
}
