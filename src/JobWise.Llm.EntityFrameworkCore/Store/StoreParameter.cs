using System.Data;
using System.Runtime.InteropServices;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>A value of a statement.</summary>
/// <param name="Name">As in the statement, without the sign before it.</param>
/// <param name="Type">In the database.</param>
/// <param name="Value">Null is NULL.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoreParameter(string Name, DbType Type, object? Value);
