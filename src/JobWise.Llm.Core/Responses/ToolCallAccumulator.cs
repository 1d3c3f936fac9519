using System.Text;

namespace JobWise.Llm;

/// <summary>Joins the pieces of one tool call: the id and the name may come late, apart and more than once, and empty ones are passed over.</summary>
internal sealed class ToolCallAccumulator
{
    private readonly StringBuilder _arguments = new();
    private string? _id;
    private string? _name;

    public void Add(LLMToolCallDelta delta)
    {
        _id = string.IsNullOrEmpty(delta.Id) ? _id : delta.Id;
        _name = string.IsNullOrEmpty(delta.Name) ? _name : delta.Name;
        _arguments.Append(delta.Arguments);
    }

    public LLMToolCallPart ToPart() => new()
    {
        Id = _id ?? string.Empty,
        Name = _name ?? string.Empty,
        Arguments = _arguments.Length == 0 ? "{}" : _arguments.ToString(),
    };
}
