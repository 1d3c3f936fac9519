namespace JobWise.Llm.Samples.CommandLine;

/// <summary>The names of a provider's settings.</summary>
internal static class SettingName
{
    /// <summary>As the configuration has it.</summary>
    public static string Key(string provider, string name) => $"JobWise:Llm:Providers:{provider}:{name}";

    /// <summary>As the shell takes it, which is how users of this program set it.</summary>
    public static string Of(string provider, string name) => AsVariable(Key(provider, name));

    public static string AsVariable(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
