using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>One block of an answer, whole or as a stream opens it.</summary>
internal sealed class ContentBlock
{
    public string? Type { get; set; }

    public string? Text { get; set; }

    public string? Thinking { get; set; }

    public string? Signature { get; set; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>The arguments of a tool call, as JSON text.</summary>
    public string? Input { get; set; }

    /// <summary>The block as it came, of a kind that must go back unchanged; else null.</summary>
    public JsonElement? Raw { get; set; }
}
