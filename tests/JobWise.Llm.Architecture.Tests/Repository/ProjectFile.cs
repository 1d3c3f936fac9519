using System.Xml.Linq;

namespace JobWise.Llm.Architecture.Tests.Repository;

/// <summary>What one csproj file references.</summary>
internal sealed record ProjectFile
{
    public required string Path { get; init; }

    public required IReadOnlyList<string> Projects { get; init; }

    public required IReadOnlyList<string> Packages { get; init; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => Path[..Path.LastIndexOf('/')];

    public static ProjectFile Parse(string path, string xml)
    {
        var root = XElement.Parse(xml);
        return new ProjectFile
        {
            Path = path,
            Projects = [.. Includes(root, "ProjectReference").Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>()],
            Packages = [.. Includes(root, "PackageReference")],
        };
    }

    private static IEnumerable<string> Includes(XElement root, string item) => root
        .Descendants(item)
        .Select(element => (string?)element.Attribute("Include"))
        .OfType<string>()
        .Select(include => include.Replace('\\', '/'));
}
