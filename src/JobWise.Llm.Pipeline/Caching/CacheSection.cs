namespace JobWise.Llm.Pipeline;

/// <summary>Maps the section <c>JobWise:Llm:Cache</c>.</summary>
internal static class CacheSection
{
    public static void Read(SettingReader section, LLMCacheOptions cache)
    {
        cache.IsEnabled = section.Flag("IsEnabled") ?? cache.IsEnabled;
        section.Read("TimeToLive", CacheRules.TimeToLive, value => cache.TimeToLive = value);
        section.Read("MaxEntries", CacheRules.MaxEntries, value => cache.MaxEntries = value);
        section.Read("MaxCharacters", CacheRules.MaxCharacters, value => cache.MaxCharacters = value);
        cache.UseDistributed = section.Flag("UseDistributed") ?? cache.UseDistributed;
        section.Read("StoreTimeout", CacheRules.StoreTimeout, value => cache.StoreTimeout = value);
        cache.SigningKey = section.Text("SigningKey") ?? cache.SigningKey;
        ReadWorkflows(section.Section("Workflows"), cache);
        section.RefuseUnknownKeys();
    }

    private static void ReadWorkflows(SettingReader section, LLMCacheOptions cache)
    {
        foreach (var name in section.Keys())
        {
            var workflow = section.Section(name);
            var settings = cache.Workflows.GetValueOrDefault(name) ?? new LLMWorkflowCacheOptions();
            cache.Workflows[name] = settings;
            settings.IsEnabled = workflow.Flag("IsEnabled") ?? settings.IsEnabled;
            workflow.Read("TimeToLive", CacheRules.TimeToLive, value => settings.TimeToLive = value);
            workflow.RefuseUnknownKeys();
        }
    }
}
