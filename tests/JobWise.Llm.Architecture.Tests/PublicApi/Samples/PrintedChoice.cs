namespace JobWise.Llm.Architecture.Tests.PublicApi.Samples;

public enum PrintedChoice
{
    First = 1,
    Second = 2,
}
