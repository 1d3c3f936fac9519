using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobWise.Llm.Architecture.Tests.Repository;

/// <summary>One C# file.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="Text">The whole text.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private SyntaxNode? _syntax;

    public string[] Lines => Text.Split('\n');

    public SyntaxNode Syntax() => _syntax ??= CSharpSyntaxTree.ParseText(Text, Options).GetRoot();

    /// <summary>Where a node is, as a finding prints it.</summary>
    public string Locate(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
