using System.Text.Json.Serialization;

namespace JobWise.Llm.Mock.Tests;

[JsonSerializable(typeof(Greeting))]
internal sealed partial class GreetingContext : JsonSerializerContext;
