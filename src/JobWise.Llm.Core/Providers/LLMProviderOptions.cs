using System.Diagnostics;
using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>What every provider that is reached over HTTP can be told. Bound from <c>JobWise:Llm:Providers:{name}</c>; code wins over configuration.</summary>
[DebuggerDisplay("{BaseUrl} {DefaultModel}")]
public abstract class LLMProviderOptions
{
    /// <summary>For the options class of a vendor.</summary>
    protected LLMProviderOptions()
    {
    }

    /// <summary>The address up to and including the version, such as <c>http://localhost:11434/v1</c>; null is the vendor's own.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The key. Better kept out of files: leave it null and set the vendor's environment variable, or <see cref="ApiKeyProvider"/>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string? ApiKey { get; set; }

    /// <summary>Fetches the key for every call, as from a vault; goes before <see cref="ApiKey"/> unless it returns null.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public Func<CancellationToken, ValueTask<string?>>? ApiKeyProvider { get; set; }

    /// <summary>The model of requests that name none; null is the vendor's default.</summary>
    public string? DefaultModel { get; set; }

    /// <summary>The most time to open a connection. Read once, when the first call is made.</summary>
    /// <value>The default value is 5 seconds.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The most time from sending a request to the first byte of the answer's headers. Most servers send the headers of an answer that is not
    /// streamed only with the whole answer. Null leaves the wait to the pipeline, whose limit for the first content covers it.
    /// </summary>
    /// <value>The default value is <see langword="null"/>.</value>
    public TimeSpan? FirstByteTimeout { get; set; }

    /// <summary>Whether prompt and key may travel unencrypted to another machine.</summary>
    /// <value>The default value is <see langword="false"/>: https, or http to this machine.</value>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>Headers that every request carries, as a gateway may ask for. They cannot replace the key, the host or the content's own headers.</summary>
    /// <remarks>Neither serialized nor shown by a debugger, since a gateway's header may be a key.</remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public IDictionary<string, string> DefaultHeaders { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The most decoded bytes of a whole answer; of a stream, the most characters it may write.</summary>
    /// <value>The default value is 16 MiB.</value>
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The most decoded bytes of one event of a stream.</summary>
    /// <value>The default value is 4 MiB.</value>
    public int MaxEventBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>The most decoded bytes of one line of a stream.</summary>
    /// <value>The default value is 1 MiB.</value>
    public int MaxLineBytes { get; set; } = 1024 * 1024;
}
