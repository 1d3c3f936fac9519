namespace JobWise.Llm.Resume;

/// <summary>Reads the section <c>basics</c>.</summary>
internal static class JsonResumeBasics
{
    public static ProfileBasics Read(JsonNodeReader node) => new()
    {
        Name = node.Text("name") ?? throw node.Missing("name", "it is the heading of the resume"),
        Label = node.Text("label"),
        Email = node.Text("email"),
        Phone = node.Text("phone"),
        Url = node.Text("url", "website"),
        Place = node.Place("location"),
        Summary = [.. Sentences.Split(node.Text("summary")).Select((text, index) => new ProfileText { Id = $"summary.{index + 1}", Text = text })],
        Profiles = [.. node.List("profiles", (profile, _) => Account(profile)).Where(account => account.Length > 0)],
    };

    private static string Account(JsonNodeReader node)
    {
        var address = node.Text("url", "website") ?? node.Text("username");
        var network = node.Text("network");
        return network is null || address is null ? address ?? network ?? string.Empty : $"{network}: {address}";
    }
}
