namespace JobWise.Llm.LiveTests.Providers;

internal sealed record Capital(string Country, string City);
