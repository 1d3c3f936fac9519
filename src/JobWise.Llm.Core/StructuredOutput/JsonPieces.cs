namespace JobWise.Llm;

/// <summary>Decides which of the pieces of JSON in a text is the answer.</summary>
internal static class JsonPieces
{
    public static JsonAnswer<T> Choose<T>(ReadOnlySpan<byte> text, JsonAnswerSchema schema, List<string> repairs)
    {
        var pieces = OfTheRightKind(text, JsonScanner.Find(text), schema);
        if (pieces is not [var only])
        {
            return pieces.Count == 0 ? new() { Error = "There is no JSON in it." } : ChooseFromSeveral<T>(text, pieces, schema, repairs);
        }

        if (repairs is not [.., JsonRepairs.CodeFence] && (only.Start > 0 || only.End < text.Length))
        {
            repairs.Add(JsonRepairs.ProseAround);
        }

        var answer = JsonValueReader.Read<T>(only.In(text), schema);
        return only.State == JsonPieceState.Cut
            ? new() { Error = "It ends inside its JSON.", IsCut = true }
            : answer with { Repairs = [.. repairs, .. answer.Repairs] };
    }

    /// <summary>Two values that could both be meant are an error: to take the first would be a guess.</summary>
    private static JsonAnswer<T> ChooseFromSeveral<T>(ReadOnlySpan<byte> text, List<JsonPiece> pieces, JsonAnswerSchema schema, List<string> repairs)
    {
        JsonAnswer<T>? chosen = null;
        string? firstError = null;
        JsonPiece? chosenPiece = null;
        foreach (var piece in pieces)
        {
            var answer = JsonValueReader.Read<T>(piece.In(text), schema);
            firstError ??= answer.Error;
            if (piece.State != JsonPieceState.Whole || answer.Error is null && chosen is not null && !piece.In(text).SequenceEqual(chosenPiece!.In(text)))
            {
                return new() { Error = $"It holds {pieces.Count} JSON values. Send exactly one." };
            }

            (chosen, chosenPiece) = answer.Error is null && chosen is null ? (answer, piece) : (chosen, chosenPiece);
        }

        return chosen is null
            ? new() { Error = $"It holds {pieces.Count} JSON values, and none is of the type. The first: {firstError}" }
            : chosen with { Repairs = [.. repairs, JsonRepairs.ExtraJson, .. chosen.Repairs] };
    }

    // A bracket of a list in prose, such as a footnote, is no rival of an object that was asked for.
    private static List<JsonPiece> OfTheRightKind(ReadOnlySpan<byte> text, List<JsonPiece> pieces, JsonAnswerSchema schema)
    {
        if (schema.IsWrapped)
        {
            return pieces;
        }

        List<JsonPiece> objects = [];
        foreach (var piece in pieces)
        {
            if (text[piece.Start] == '{')
            {
                objects.Add(piece);
            }
        }

        return objects.Count > 0 ? objects : pieces;
    }
}
