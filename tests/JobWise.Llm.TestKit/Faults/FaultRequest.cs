using System.Text;

namespace JobWise.Llm.TestKit;

/// <summary>One request as its bytes came in at a <see cref="FaultServer"/>.</summary>
public sealed record FaultRequest
{
    /// <summary>The request line and the headers, without the empty line that ends them.</summary>
    public required string Head { get; init; }

    /// <summary>As long as <c>Content-Length</c> said.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When the last byte came, by the clock of <see cref="TimeProvider.System"/>.</summary>
    public required long ArrivedAt { get; init; }

    /// <summary>The connection's number, from 0.</summary>
    public required int Connection { get; init; }

    /// <summary>The body as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The request line, such as <c>POST /v1/chat/completions HTTP/1.1</c>.</summary>
    public string Line => Head.Split("\r\n")[0];

    /// <summary>The value of a header; null when it was not sent.</summary>
    public string? Header(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Head.Split("\r\n").Skip(1)
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim())
            .FirstOrDefault();
    }
}
