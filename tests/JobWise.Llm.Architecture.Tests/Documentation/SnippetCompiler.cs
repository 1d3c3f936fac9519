using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JobWise.Llm.Architecture.Tests.Documentation;

/// <summary>Compiles a snippet as the file Program.cs of a new console project that references all our packages.</summary>
internal sealed class SnippetCompiler
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    private readonly MetadataReference[] _references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly ISourceGenerator[] _generators = [.. JsonGenerators()];

    /// <summary>One finding per error, with the line on the page.</summary>
    public IEnumerable<string> Errors(CodeBlock block)
    {
        var tree = CSharpSyntaxTree.ParseText(block.Text, Parsing);
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [tree, CSharpSyntaxTree.ParseText(ImplicitUsings, Parsing)],
            _references,
            new CSharpCompilationOptions(KindOf(tree), nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(_generators, parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return whole.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"{block.Path}:{LineOf(block, tree, diagnostic)}: {diagnostic.Id} {diagnostic.GetMessage()}");
    }

    // A block that only declares types is a library.
    private static OutputKind KindOf(SyntaxTree tree) => tree.GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax)
        ? OutputKind.ConsoleApplication
        : OutputKind.DynamicallyLinkedLibrary;

    private static int LineOf(CodeBlock block, SyntaxTree tree, Diagnostic diagnostic) => diagnostic.Location.SourceTree == tree
        ? block.Line + diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1
        : block.Line;

    // Snippets with a JsonSerializerContext need the generator that comes with the SDK's reference pack.
    private static IEnumerable<ISourceGenerator> JsonGenerators()
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        var pack = Directory.GetDirectories(Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref"), "10.*").Order(StringComparer.Ordinal).Last();
        var assembly = System.Reflection.Assembly.LoadFrom(Path.Combine(pack, "analyzers/dotnet/cs/System.Text.Json.SourceGeneration.dll"));
        return assembly.GetTypes()
            .Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
    }
}
