using System.Buffers;

namespace JobWise.Llm.Pipeline;

/// <summary>How a kind of key looks.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Prefix">What it begins with.</param>
/// <param name="Letters">What follows.</param>
/// <param name="Shortest">The fewest characters behind the prefix.</param>
internal sealed record SecretForm(string Id, string Prefix, SearchValues<char> Letters, int Shortest);
