using System.Text;

namespace JobWise.Llm;

/// <summary>An image, by address or as bytes; exactly one of <see cref="Url"/> and <see cref="Bytes"/> is set.</summary>
public sealed record LLMImagePart : LLMContentPart
{
    /// <summary>Where the provider fetches the image.</summary>
    public Uri? Url { get; init; }

    /// <summary>The image itself; empty when <see cref="Url"/> is set.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The media type of <see cref="Bytes"/>.</summary>
    /// <value>The default value is <c>image/png</c>.</value>
    public string MediaType { get; init; } = "image/png";

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("MediaType = ").Append(MediaType).Append(", ByteCount = ").Append(Bytes.Length);
        return true;
    }
}
