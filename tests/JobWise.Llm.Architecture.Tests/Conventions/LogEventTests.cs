using JobWise.Llm.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JobWise.Llm.Architecture.Tests.Conventions;

public sealed class LogEventTests
{
    [Fact]
    public void Event_ids_are_unique_in_each_package() => Findings.None(RepositoryFiles.Projects("src").SelectMany(project => Events(project)
        .GroupBy(entry => entry.Id, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => $"{project.Name}: event {group.Key} is used {group.Count()} times: {string.Join(", ", group.Select(entry => entry.Where))}")));

    [Fact]
    public void Event_ids_are_given() => Findings.None(RepositoryFiles.Projects("src")
        .SelectMany(Events).Where(entry => entry.Id.Length == 0).Select(entry => $"{entry.Where} has no event id."));

    [Fact]
    public void Messages_are_in_one_file_per_package() => Findings.None(RepositoryFiles.Projects("src")
        .SelectMany(Events).Where(entry => !entry.Where.Contains("/Log.cs:", StringComparison.Ordinal)).Select(entry => entry.Where));

    [Fact]
    public void Events_attribute_with_an_id_is_read()
    {
        var file = new SourceFile("src/A/Log.cs", "class Log { [LoggerMessage(7, LogLevel.Debug, \"a\")] void A(); [LoggerMessage(EventId = 8)] void B(); }");

        Assert.Equal([("7", "src/A/Log.cs:1"), ("8", "src/A/Log.cs:1")], Events(file));
    }

    private static IEnumerable<(string Id, string Where)> Events(ProjectFile project) =>
        RepositoryFiles.CSharp(project.Folder).SelectMany(Events);

    private static IEnumerable<(string Id, string Where)> Events(SourceFile file) => file.Syntax().DescendantNodes()
        .OfType<AttributeSyntax>()
        .Where(attribute => attribute.Name.ToString() == "LoggerMessage")
        .Select(attribute => (IdOf(attribute), file.Locate(attribute)));

    private static string IdOf(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? [];
        var named = arguments.FirstOrDefault(argument => argument.NameEquals?.Name.ToString() == "EventId"
            || argument.NameColon?.Name.ToString() == "eventId");
        var first = arguments.FirstOrDefault(argument => argument.NameEquals is null && argument.NameColon is null);
        var id = (named ?? first)?.Expression.ToString() ?? "";
        return id.StartsWith("LogLevel", StringComparison.Ordinal) ? "" : id;
    }
}
