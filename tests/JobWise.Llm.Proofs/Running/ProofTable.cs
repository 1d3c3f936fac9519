using System.Globalization;

namespace JobWise.Llm.Proofs.Running;

/// <summary>What was tried, row by row.</summary>
/// <param name="Title">Above the table.</param>
/// <param name="Columns">After "id" and "tried".</param>
/// <param name="Rows">The rows, in the order they were tried.</param>
internal sealed record ProofTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<ProofRow> Rows)
{
    /// <summary>The lines, with columns as wide as their content.</summary>
    public IEnumerable<string> Lines()
    {
        string[][] cells = [["id", "tried", .. Columns], .. Rows.Select(Cells)];
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        return cells.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Prepend(Title);
    }

    private string[] Cells(ProofRow row) => row.Cells.Count == Columns.Count
        ? [row.Id, row.Tried.ToString(CultureInfo.InvariantCulture), .. row.Cells]
        : throw new InvalidOperationException($"Row {row.Id} has {row.Cells.Count} cells for {Columns.Count} columns.");
}
