namespace JobWise.Llm.LiveTests.Keys;

/// <summary>A fact that calls a real service: skipped with the reason unless the key is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LiveFactAttribute : FactAttribute
{
    /// <param name="variable">One of <see cref="KeyVariable"/>.</param>
    public LiveFactAttribute(string variable)
    {
        Variable = variable;
        Skip = KeyVariable.SkipReason(variable, Environment.GetEnvironmentVariable);
    }

    public string Variable { get; }
}
