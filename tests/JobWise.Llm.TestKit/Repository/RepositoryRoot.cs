namespace JobWise.Llm.TestKit;

/// <summary>Finds the repository that the tests run in, for those that hold its documents and data against the code.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder of the solution.</summary>
    /// <exception cref="InvalidOperationException">The tests were copied out of the repository.</exception>
    public static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JobWise.Llm.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run the tests from inside the repository: JobWise.Llm.sln was not found.");
    }
}
