using JobWise.Llm.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JobWise.Llm.Architecture.Tests.Conventions;

/// <summary>Questions to one C# file; each answers with findings, so that a test can show a bad file to it.</summary>
internal static class SyntaxQueries
{
    public static IEnumerable<string> Waits(SourceFile file) => file.Syntax().DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Where(call => IsSleep(call) || IsRealDelay(call))
        .Select(call => $"{file.Locate(call)}: {call}");

    public static IEnumerable<string> SkippedTests(SourceFile file) => file.Syntax().DescendantNodes()
        .OfType<AttributeSyntax>()
        .Where(attribute => IsTest(attribute.Name.ToString()) || attribute.Name.ToString() == "InlineData")
        .Where(attribute => attribute.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.ToString() == "Skip") == true)
        .Select(attribute => $"{file.Locate(attribute)}: {attribute}");

    /// <summary>Attributes that decide by themselves whether a test is skipped.</summary>
    public static IEnumerable<string> ConditionalTests(SourceFile file) => file.Syntax().DescendantNodes()
        .OfType<ClassDeclarationSyntax>()
        .Where(type => type.BaseList?.Types.Any(parent => IsTest(parent.Type.ToString())) == true)
        .Select(type => $"{file.Locate(type)}: {type.Identifier.ValueText}");

    public static IEnumerable<string> WrongTypes(SourceFile file)
    {
        var types = file.Syntax().DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && node.Parent is not BaseTypeDeclarationSyntax)
            .Select(NameOf)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var stem = Path.GetFileName(file.Path).Split('.')[0];
        return types switch
        {
            [] => [],
            [var only] when stem == only || stem.StartsWith(only + "Of", StringComparison.Ordinal) => [],
            _ => [$"{file.Path} holds {string.Join(", ", types)}."],
        };
    }

    public static IEnumerable<string> UnexplainedCatches(SourceFile file) => file.Syntax().DescendantNodes()
        .OfType<CatchClauseSyntax>()
        .Where(clause => clause.Declaration?.Type.ToString() is null or "Exception" or "System.Exception")
        .Where(clause => !NamesItsTypes(clause.Filter) && !OnlyRethrows(clause))
        .Where(clause => !clause.DescendantTrivia().Concat(Before(clause)).Any(IsComment))
        .Select(clause => $"{file.Locate(clause)}: catch ({clause.Declaration})");

    public static IEnumerable<string> UnexplainedSuppressions(SourceFile file) => Pragmas(file)
        .Concat(file.Syntax().DescendantNodes().OfType<AttributeSyntax>()
            .Where(attribute => attribute.Name.ToString().EndsWith("SuppressMessage", StringComparison.Ordinal))
            .Where(attribute => attribute.ArgumentList?.Arguments.Any(IsJustification) != true)
            .Select(attribute => $"{file.Locate(attribute)}: {attribute}"));

    public static IEnumerable<string> Identifiers(SourceFile file) => file.Syntax().DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
        .Select(token => token.ValueText);

    private static bool IsTest(string attribute) => attribute.EndsWith("Fact", StringComparison.Ordinal)
        || attribute.EndsWith("Theory", StringComparison.Ordinal)
        || attribute.EndsWith("FactAttribute", StringComparison.Ordinal)
        || attribute.EndsWith("TheoryAttribute", StringComparison.Ordinal);

    private static bool IsSleep(InvocationExpressionSyntax call) =>
        call.Expression.ToString() is "Thread.Sleep" or "System.Threading.Thread.Sleep";

    // An endless delay lets no time pass: it waits for its token.
    private static bool IsRealDelay(InvocationExpressionSyntax call) =>
        call.Expression.ToString().EndsWith("Task.Delay", StringComparison.Ordinal)
        && !call.ArgumentList.Arguments[0].ToString().Contains("Infinite", StringComparison.Ordinal)
        && !call.ArgumentList.Arguments.Skip(1).Any(argument => IsClock(argument.ToString()));

    private static bool IsClock(string argument) =>
        argument.Contains("time", StringComparison.OrdinalIgnoreCase) || argument.Contains("clock", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Pragmas(SourceFile file) => file.Syntax().DescendantTrivia(descendIntoTrivia: true)
        .Select(trivia => trivia.GetStructure())
        .OfType<PragmaWarningDirectiveTriviaSyntax>()
        .Where(pragma => pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword))
        .Where(pragma => !pragma.ToFullString().Contains("//", StringComparison.Ordinal))
        .Select(pragma => $"{file.Locate(pragma)}: {pragma}");

    // "when (ex is IOException or TimeoutException)" is a narrow catch in other words.
    private static bool NamesItsTypes(CatchFilterClauseSyntax? filter) =>
        filter?.FilterExpression is IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax } or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression };

    private static bool OnlyRethrows(CatchClauseSyntax clause) => clause.Block.Statements is [ThrowStatementSyntax { Expression: null }];

    private static bool IsJustification(AttributeArgumentSyntax argument) =>
        argument.NameEquals?.Name.ToString() == "Justification" && argument.Expression.ToString().Length > "\"because\"".Length;

    private static SyntaxTriviaList Before(CatchClauseSyntax clause) => clause.GetFirstToken().GetPreviousToken().TrailingTrivia;

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static string NameOf(MemberDeclarationSyntax node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        _ => "",
    };
}
