using JobWise.Llm;
using Microsoft.Extensions.DependencyInjection;

// With GROQ_API_KEY set, Groq answers; without it, a Mock does, so that the program runs on any machine.
var hasKey = !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("GROQ_API_KEY"));

var services = new ServiceCollection();
services.AddJobWiseLlm(options => options.Provider = hasKey ? "groq" : "mock")
    .AddGroq()
    .AddMock(configure: mock => mock.Answer("haiku", "Code waits for the build,\nsnow falls on a quiet desk,\nall the tests are green."));

await using var provider = services.BuildServiceProvider();
var llm = provider.GetRequiredService<ILLMService>();

var response = await llm.GenerateAsync(LLMRequest.FromPrompt("Write a haiku about unit tests."));

Console.WriteLine(response.Text);
Console.WriteLine($"{response.Provider} {response.Model}: {response.Usage?.PromptTokens} tokens in, {response.Usage?.CompletionTokens} out");
Console.WriteLine(response.Cost?.Usd is { } usd ? FormattableString.Invariant($"{usd:0.000000} USD") : $"Cost unknown: {response.Cost?.UnknownBecause}");
