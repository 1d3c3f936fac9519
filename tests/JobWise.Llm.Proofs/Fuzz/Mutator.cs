using System.Text;

namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>Breaks good bytes in the ways that wires, servers and models break them.</summary>
internal static class Mutator
{
    private const int MostChanges = 6;
    private const int MostLength = 64 * 1024;

    // What a reader may trip over: ends and starts of everything, absurd numbers, halves of characters, members of the protocols.
    private static readonly byte[][] Likely =
    [
        .. new[]
        {
            "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "false", "0", "-1", "1e400", "-0", "9223372036854775808", "NaN", "0.5",
            "\"\"", "{}", "[]", "[[", "{\"", "\\u0000", "\\ud800", "\\udc00", "\\u", "\n", "\r", "\r\n", "\n\n", "\r\r", "\0", "\uFEFF", "data:", "data: ",
            "data", ": ping\n", "event: error\n", "event: ping\n", "event:", "id: 1\n", "retry: 1\n", "data: [DONE]\n\n", "[DONE]", "<html>", "</think>", "```json\n", "```",
            "\"error\":", "\"error\":\"x\",", "\"error\":{\"code\":\"insufficient_quota\"},", "\"error\":[{\"message\":\"x\"}],", "\"choices\":null,", "\"index\":1,",
            "\"delta\":", "\"message\":", "\"content\":null,", "\"content\":[{\"type\":\"text\",\"text\":\"x\"}],", "\"tool_calls\":[{}],", "\"usage\":[],",
            "\"usage\":{\"prompt_tokens\":-5},", "\"finish_reason\":7,", "\"finish_reason\":\"later\",", "\"type\":\"error\",", "\"type\":\"unknown\",", "\"stop_reason\":{},",
            "\"input_tokens\":\"many\",",
        }.Select(Encoding.UTF8.GetBytes),
        [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xFF], [0xED, 0xA0, 0x80], [0x80],
    ];

    /// <summary>A mutant of one seed; the others lend pieces.</summary>
    public static byte[] Mutate(IReadOnlyList<byte[]> seeds, int seed, ref Dice dice)
    {
        List<byte> bytes = [.. seeds[seed]];
        // Half of them are broken in one place, so that a reader gets deep before it meets the fault.
        var changes = dice.Roll(2) == 0 ? 1 : 1 + dice.Roll(MostChanges);
        for (var i = 0; i < changes; i++)
        {
            Change(bytes, seeds, ref dice);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, IReadOnlyList<byte[]> seeds, ref Dice dice)
    {
        var at = dice.Roll(bytes.Count + 1);
        var length = Math.Min(1 + dice.Roll(24), bytes.Count - at);
        switch (dice.Roll(9))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << dice.Roll(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)dice.Roll(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                Insert(bytes, at, [.. bytes.GetRange(at, length)]);
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                Splice(bytes, at, seeds[dice.Roll(seeds.Count)], ref dice);
                break;
            case 6:
                Insert(bytes, at, Enumerable.Repeat(dice.Roll(2) == 0 ? (byte)'[' : (byte)'{', 1 + dice.Roll(200)).ToArray());
                break;
            default:
                Insert(bytes, at, Likely[dice.Roll(Likely.Length)]);
                break;
        }
    }

    private static void Splice(List<byte> bytes, int at, byte[] other, ref Dice dice)
    {
        var from = dice.Roll(other.Length + 1);
        Insert(bytes, at, other.AsSpan(from, Math.Min(1 + dice.Roll(200), other.Length - from)));
    }

    private static void Insert(List<byte> bytes, int at, ReadOnlySpan<byte> piece)
    {
        if (bytes.Count + piece.Length <= MostLength)
        {
            bytes.InsertRange(at, piece);
        }
    }
}
