namespace JobWise.Llm.Mock.Tests;

internal sealed record Greeting(string Word, int Times);
