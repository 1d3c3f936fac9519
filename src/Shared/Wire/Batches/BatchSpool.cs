namespace JobWise.Llm.Wire;

/// <summary>
/// Keeps a batch between being written and being sent: its size must be known and its rules be checked before the first byte goes out. The
/// first bytes stay in memory; what is more goes into a temporary file that only this user can read, and that is gone with the process.
/// </summary>
internal sealed class BatchSpool : IAsyncDisposable
{
    private const int MostInMemory = 4 * 1024 * 1024;
    private const int BufferSize = 64 * 1024;
    private readonly int _mostInMemory;
    private readonly string _directory;
    private Stream _stream = new MemoryStream();

    public BatchSpool(int mostInMemory = MostInMemory, string? directory = null) =>
        (_mostInMemory, _directory) = (mostInMemory, directory ?? Path.GetTempPath());

    public long Length => _stream.Length;

    /// <summary>Whether the temporary file is in use.</summary>
    public bool IsOnDisk => _stream is FileStream;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            if (!IsOnDisk && Length + bytes.Length > _mostInMemory)
            {
                await MoveToDiskAsync(cancellationToken).ConfigureAwait(false);
            }

            await _stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LLMServiceException(
                $"The batch could not be kept in a temporary file in '{_directory}' ({error.GetType().Name}). Make room there, make it writable, or hand over smaller batches.",
                innerException: error);
        }
    }

    /// <summary>Copies everything; may be called again, as a connection that was closed while idle makes the handler do.</summary>
    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        _stream.Position = 0;
        await _stream.CopyToAsync(target, BufferSize, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task MoveToDiskAsync(CancellationToken cancellationToken)
    {
        var memory = _stream;
        _stream = OpenFile();
        await using (memory.ConfigureAwait(false))
        {
            memory.Position = 0;
            await memory.CopyToAsync(_stream, cancellationToken).ConfigureAwait(false);
        }
    }

    // Prompts must not outlive the process, not even a killed one: Windows deletes the file when its last handle is closed; elsewhere it
    // loses its name at once, and its bytes with the handle.
    private FileStream OpenFile()
    {
        var path = Path.Combine(_directory, $"jobwise-batch-{Guid.NewGuid():N}.tmp");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = BufferSize,
            Options = FileOptions.Asynchronous | (OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None),
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }
}
