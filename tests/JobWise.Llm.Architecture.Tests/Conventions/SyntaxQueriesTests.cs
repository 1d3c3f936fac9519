using JobWise.Llm.Architecture.Tests.Repository;

namespace JobWise.Llm.Architecture.Tests.Conventions;

/// <summary>The queries must see what they look for, or the conventions hold by blindness.</summary>
public sealed class SyntaxQueriesTests
{
    [Theory]
    [InlineData("Thread.Sleep(5);")]
    [InlineData("await Task.Delay(5);")]
    [InlineData("await Task.Delay(wait, cancellationToken);")]
    public void Waits_real_wait_is_found(string statement) => Assert.Single(SyntaxQueries.Waits(Body(statement)));

    [Theory]
    [InlineData("await Task.Delay(wait, _timeProvider, cancellationToken);")]
    [InlineData("await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);")]
    [InlineData("var text = \"Thread.Sleep(5)\";")]
    public void Waits_virtual_wait_is_not_found(string statement) => Assert.Empty(SyntaxQueries.Waits(Body(statement)));

    [Theory]
    [InlineData("Fact")]
    [InlineData("Theory")]
    [InlineData("InlineData")]
    [InlineData("PeerFact")]
    public void SkippedTests_skipped_test_is_found(string attribute) =>
        Assert.Single(SyntaxQueries.SkippedTests(File($"class A {{ [{attribute}(Skip = \"later\")] void B() {{ }} }}")));

    [Theory]
    [InlineData("class NightlyFact : FactAttribute { }")]
    [InlineData("class NightlyTheory : Xunit.TheoryAttribute { }")]
    [InlineData("class Deeper : NightlyFactAttribute { }")]
    public void ConditionalTests_attribute_of_ours_is_found(string text) => Assert.Single(SyntaxQueries.ConditionalTests(File(text)));

    [Fact]
    public void ConditionalTests_plain_test_is_not_found() =>
        Assert.Empty(SyntaxQueries.ConditionalTests(File("class A : IDisposable { [Fact] void B() { } }")));

    [Theory]
    [InlineData("class A { } class B { }")]
    [InlineData("class B { }")]
    [InlineData("class A { } enum B { C }")]
    public void WrongTypes_second_or_other_type_is_found(string text) => Assert.Single(SyntaxQueries.WrongTypes(File(text)));

    [Theory]
    [InlineData("class A { class B { } }")]
    [InlineData("class A<T> { } class A { }")]
    [InlineData("Console.WriteLine();")]
    public void WrongTypes_one_type_with_its_nested_ones_is_not_found(string text) => Assert.Empty(SyntaxQueries.WrongTypes(File(text)));

    [Theory]
    [InlineData("try { } catch (Exception) { }")]
    [InlineData("try { } catch { }")]
    [InlineData("try { } catch (Exception ex) when (ex is not OperationCanceledException) { return; }")]
    [InlineData("try { } catch (Exception ex) when (IsBroken(ex)) { return; }")]
    public void UnexplainedCatches_silent_catch_is_found(string statement) =>
        Assert.Single(SyntaxQueries.UnexplainedCatches(Body(statement)));

    [Theory]
    [InlineData("try { } catch (Exception) { /* the log must not fail a call */ }")]
    [InlineData("try { } catch (IOException) { }")]
    [InlineData("try { } catch (Exception ex) when (ex is IOException or FormatException) { return; }")]
    [InlineData("try { } catch (Exception ex) when (Log(ex)) { throw; }")]
    [InlineData("try { }\n// A broken observer must not fail the call.\ncatch (Exception) { }")]
    public void UnexplainedCatches_explained_or_narrow_catch_is_not_found(string statement) =>
        Assert.Empty(SyntaxQueries.UnexplainedCatches(Body(statement)));

    [Theory]
    [InlineData("#pragma warning disable CA1000\nclass A { }")]
    [InlineData("[SuppressMessage(\"a\", \"b\")] class A { }")]
    public void UnexplainedSuppressions_bare_suppression_is_found(string text) =>
        Assert.Single(SyntaxQueries.UnexplainedSuppressions(File(text)));

    [Theory]
    [InlineData("#pragma warning disable CA1000 // the factory reads better here\nclass A { }\n#pragma warning restore CA1000")]
    [InlineData("[SuppressMessage(\"a\", \"b\", Justification = \"The binder needs it.\")] class A { }")]
    public void UnexplainedSuppressions_with_reason_is_not_found(string text) =>
        Assert.Empty(SyntaxQueries.UnexplainedSuppressions(File(text)));

    private static SourceFile Body(string statement) => File($"class A {{ async Task B() {{ {statement} }} }}");

    private static SourceFile File(string text) => new("src/X/A.cs", text);
}
