namespace JobWise.Llm.Architecture.Tests;

/// <summary>Fails with all findings at once, one a line.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        var list = findings.ToList();
        Assert.True(list.Count == 0, string.Join(Environment.NewLine, list.Prepend($"{list.Count} found:")));
    }
}
