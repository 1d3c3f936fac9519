using System.Text.Json.Serialization;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>What the ledger writes as JSON: tags into rows, rows into the spool.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(UsageRow))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;
