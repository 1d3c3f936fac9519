namespace JobWise.Llm.LiveTests.Keys;

/// <summary>A theory that calls a real service: skipped with the reason unless the key is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LiveTheoryAttribute : TheoryAttribute
{
    /// <param name="variable">One of <see cref="KeyVariable"/>.</param>
    public LiveTheoryAttribute(string variable)
    {
        Variable = variable;
        Skip = KeyVariable.SkipReason(variable, Environment.GetEnvironmentVariable);
    }

    public string Variable { get; }
}
