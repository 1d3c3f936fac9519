using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Reload;

/// <summary>What is said about a reload.</summary>
internal static partial class ReloadLog
{
    [LoggerMessage(10, LogLevel.Error, "The reloaded configuration of {Options} '{Name}' was refused, and the last good one stays in force: {Problems}")]
    public static partial void Refused(ILogger logger, string options, string name, string problems);
}
