using System.Text.Json.Serialization;

namespace JobWise.Llm.Tests;

/// <summary>Source-generated JSON with the names as they stand in the code.</summary>
[JsonSerializable(typeof(Town))]
[JsonSerializable(typeof(PickyTown))]
internal sealed partial class TownJsonContext : JsonSerializerContext;
