namespace JobWise.Llm.IntegrationTests;

internal sealed record Weather(string City, int Degrees);
