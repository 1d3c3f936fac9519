namespace JobWise.Llm.Wire;

/// <summary>The headers of the answer did not come in time. Never leaves the package: it becomes an <see cref="LLMTimeoutException"/>.</summary>
internal sealed class FirstByteTimeoutException(TimeSpan limit, Exception innerException) : Exception("The headers did not come in time.", innerException)
{
    public TimeSpan Limit => limit;
}
