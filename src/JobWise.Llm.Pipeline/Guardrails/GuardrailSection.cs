namespace JobWise.Llm.Pipeline;

/// <summary>Maps the section <c>JobWise:Llm:Guardrails</c> to <see cref="LLMGuardrailOptions"/>.</summary>
internal static class GuardrailSection
{
    public static void Read(SettingReader section, LLMGuardrailOptions options)
    {
        section.Read("MaxMessageCharacters", GuardrailRules.Characters, value => options.MaxMessageCharacters = value);
        section.Read("Injection", GuardrailRules.Injection, value => options.Injection = value);
        section.Read("InjectionThreshold", GuardrailRules.Threshold, value => options.InjectionThreshold = value);
        options.ScanAllRoles = section.Flag("ScanAllRoles") ?? options.ScanAllRoles;
        section.Read("Secrets", GuardrailRules.Secrets, value => options.Secrets = value);
        options.TrimOutput = section.Flag("TrimOutput") ?? options.TrimOutput;
        options.CleanOutput = section.Flag("CleanOutput") ?? options.CleanOutput;
        section.Read("InvalidJson", GuardrailRules.InvalidJson, value => options.InvalidJson = value);
        options.BufferStreams = section.Flag("BufferStreams") ?? options.BufferStreams;
        ReadWorkflows(section.Section("Workflows"), options);
        section.RefuseUnknownKeys();
    }

    private static void ReadWorkflows(SettingReader section, LLMGuardrailOptions options)
    {
        foreach (var name in section.Keys())
        {
            if (!options.Workflows.TryGetValue(name, out var workflow))
            {
                options.Workflows[name] = workflow = new LLMWorkflowGuardrailOptions();
            }

            ReadWorkflow(section.Section(name), workflow);
        }
    }

    private static void ReadWorkflow(SettingReader section, LLMWorkflowGuardrailOptions options)
    {
        section.Read("MaxMessageCharacters", GuardrailRules.Characters, value => options.MaxMessageCharacters = value);
        section.Read("Injection", GuardrailRules.Injection, value => options.Injection = value);
        section.Read("InjectionThreshold", GuardrailRules.Threshold, value => options.InjectionThreshold = value);
        options.ScanAllRoles = section.Flag("ScanAllRoles") ?? options.ScanAllRoles;
        section.Read("Secrets", GuardrailRules.Secrets, value => options.Secrets = value);
        options.TrimOutput = section.Flag("TrimOutput") ?? options.TrimOutput;
        options.CleanOutput = section.Flag("CleanOutput") ?? options.CleanOutput;
        section.Read("InvalidJson", GuardrailRules.InvalidJson, value => options.InvalidJson = value);
        options.BufferStreams = section.Flag("BufferStreams") ?? options.BufferStreams;
        section.RefuseUnknownKeys();
    }
}
