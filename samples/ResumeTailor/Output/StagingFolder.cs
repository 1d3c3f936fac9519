using System.Text;

namespace JobWise.Llm.Samples.Output;

/// <summary>Holds the new files until all are written, then the replaced ones until all are moved.</summary>
internal sealed class StagingFolder : IDisposable
{
    private const string Replaced = ".replaced";
    private readonly string _path;

    public StagingFolder(string path)
    {
        _path = path;
        Directory.CreateDirectory(path);
    }

    public void Fill(IReadOnlyList<OutputFile> files)
    {
        foreach (var file in files)
        {
            File.WriteAllText(Path.Combine(_path, file.Name), file.Content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }

    public void MoveTo(string folder, IReadOnlyList<OutputFile> files)
    {
        var undo = new Stack<Action>();
        try
        {
            foreach (var file in files)
            {
                Move(file.Name, folder, undo);
            }
        }
        catch
        {
            // All or none: what was moved already goes back.
            while (undo.TryPop(out var step))
            {
                step();
            }

            throw;
        }
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private void Move(string name, string folder, Stack<Action> undo)
    {
        var fresh = Path.Combine(_path, name);
        var place = Path.Combine(folder, name);
        var replaced = Path.Combine(_path, name + Replaced);
        if (File.Exists(place))
        {
            File.Move(place, replaced);
            undo.Push(() => File.Move(replaced, place));
        }

        File.Move(fresh, place);
        undo.Push(() => File.Move(place, fresh));
    }
}
