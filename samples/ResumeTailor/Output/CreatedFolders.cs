namespace JobWise.Llm.Samples.Output;

/// <summary>Makes a folder and those above it, and takes away again what it made unless it is told to keep it.</summary>
internal sealed class CreatedFolders : IDisposable
{
    private readonly Stack<string> _made = new();

    public CreatedFolders(string path)
    {
        var missing = new Stack<string>();
        for (var folder = path; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Push(folder);
        }

        try
        {
            Make(missing);
        }
        catch
        {
            // Whoever asked gets no object to dispose of.
            Dispose();
            throw;
        }
    }

    public void Keep() => _made.Clear();

    public void Dispose()
    {
        foreach (var folder in _made.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: false);
        }
    }

    private void Make(IEnumerable<string> missing)
    {
        foreach (var folder in missing)
        {
            Directory.CreateDirectory(folder);
            _made.Push(folder);
        }
    }
}
