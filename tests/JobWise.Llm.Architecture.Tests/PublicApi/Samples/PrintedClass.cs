using System.ComponentModel;

namespace JobWise.Llm.Architecture.Tests.PublicApi.Samples;

// What a printer can get wrong, in one class; nothing calls it.
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PrintedClass<T> : IDisposable
    where T : class, new()
{
    public const int Limit = 3;

    protected PrintedClass(string name, T? value = null) => Hidden = name + value;

    public event EventHandler? Changed;

    public required string Name { get; set; }

    public IReadOnlyDictionary<string, string?> Map { get; init; } = new Dictionary<string, string?>();

    internal string Hidden { get; }

    public int? this[string key] => key.Length;

    public Task<T?> FindAsync<TKey>(TKey key, bool deep = true, CancellationToken cancellationToken = default)
        where TKey : struct => Task.FromResult<T?>(null);

    public virtual bool TryGet(out string? found)
    {
        found = Hidden;
        return true;
    }

    public void Dispose()
    {
        Changed?.Invoke(this, EventArgs.Empty);
        GC.SuppressFinalize(this);
    }

    protected abstract void Run(params string[] steps);
}
