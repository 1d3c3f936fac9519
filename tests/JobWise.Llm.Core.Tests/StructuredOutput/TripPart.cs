using System.Text.Json.Serialization;

namespace JobWise.Llm.Tests;

/// <summary>A part of which there are kinds.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Flight), "flight")]
internal abstract record TripPart;
