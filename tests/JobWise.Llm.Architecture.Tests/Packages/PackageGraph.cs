using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.Packages;

/// <summary>Compares csproj files with the table.</summary>
/// <param name="rows">What is allowed.</param>
/// <param name="projects">What is there.</param>
internal sealed class PackageGraph(IReadOnlyList<PackageRow> rows, IReadOnlyList<ProjectFile> projects)
{
    public IEnumerable<string> Violations() => projects.SelectMany(project =>
        rows.FirstOrDefault(row => row.Name == project.Name) is { } row
            ? WrongProjects(project, row).Concat(WrongPackages(project, row)).Concat(WrongNeighbours(project, row.Kind))
            : [$"{project.Name} has no row in PackageTable."]);

    /// <summary>Everything a project sees, through others too.</summary>
    public IReadOnlySet<string> Reachable(string name)
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>([name]);
        while (open.TryDequeue(out var next))
        {
            foreach (var reference in projects.Where(project => project.Name == next).SelectMany(project => project.Projects))
            {
                if (seen.Add(reference))
                {
                    open.Enqueue(reference);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<string> WrongProjects(ProjectFile project, PackageRow row) => project.Projects
        .Except(row.Projects).Select(extra => $"{project.Name} references {extra}, which its row does not have.")
        .Concat(row.Projects.Except(project.Projects).Select(missing => $"{project.Name} does not reference {missing}, which its row has."));

    private static IEnumerable<string> WrongPackages(ProjectFile project, PackageRow row) => project.Packages
        .Except(row.Packages)
        .Select(extra => $"{project.Name} references the package {extra}, which its row does not allow.");

    private IEnumerable<string> WrongNeighbours(ProjectFile project, PackageKind kind) => Reachable(project.Name)
        .Where(seen => !MaySee(kind, KindOf(seen)))
        .Select(seen => $"{project.Name} ({kind}) sees {seen} ({KindOf(seen)}).");

    private PackageKind? KindOf(string name) => rows.FirstOrDefault(row => row.Name == name)?.Kind;

    private static bool MaySee(PackageKind from, PackageKind? to) => (from, to) switch
    {
        (PackageKind.Adapter, PackageKind.Core or PackageKind.Pipeline or PackageKind.Adapter) => true,
        (PackageKind.Provider, PackageKind.Core or PackageKind.Provider) => true,
        (PackageKind.Pipeline or PackageKind.Resume, PackageKind.Core) => true,
        _ => false,
    };
}
