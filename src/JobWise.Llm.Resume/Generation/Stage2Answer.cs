namespace JobWise.Llm.Resume;

/// <summary>What the model answers in stage 2: texts and the ids they rest on, nothing else.</summary>
internal sealed class Stage2Answer
{
    public List<Stage2Text>? Summary { get; set; }

    public List<Stage2Text>? Bullets { get; set; }
}
