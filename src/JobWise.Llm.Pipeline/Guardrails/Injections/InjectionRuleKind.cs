using System.Text.Json.Serialization;

namespace JobWise.Llm.Pipeline;

/// <summary>What a rule is matched against.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InjectionRuleKind>))]
internal enum InjectionRuleKind
{
    /// <summary>Plain words, one space apart; <c>*</c> is the rest of a word and <c>&lt;3&gt;</c> are up to three words of the same sentence.</summary>
    Words = 0,

    /// <summary>The same text, but matched by a plain expression: for scripts that put no space between words.</summary>
    Text = 1,

    /// <summary>The text in lower case with its marks: for templates, comments and links.</summary>
    Marks = 2,
}
