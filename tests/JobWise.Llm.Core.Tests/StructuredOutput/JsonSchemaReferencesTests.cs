using System.Text.Json.Nodes;

namespace JobWise.Llm.Tests;

public class JsonSchemaReferencesTests
{
    [Fact]
    public void Inline_second_use_of_a_type_is_written_out()
    {
        var schema = Schema(
            """{ "properties": { "a": { "items": { "type": "object" } }, "b": { "items": { "$ref": "#/properties/a/items" } }, "c": { "$ref": "#/properties/b" } } }""");

        JsonSchemaReferences.Inline(schema);

        AssertEqual(
            """{ "properties": { "a": { "items": { "type": "object" } }, "b": { "items": { "type": "object" } }, "c": { "items": { "type": "object" } } } }""",
            schema);
    }

    [Fact]
    public void Inline_recursive_type_keeps_its_reference()
    {
        const string Recursive = """{ "properties": { "node": { "properties": { "child": { "$ref": "#/properties/node" } } }, "self": { "$ref": "#" } } }""";
        var schema = Schema(Recursive);

        JsonSchemaReferences.Inline(schema);

        AssertEqual(Recursive, schema);
    }

    private static JsonObject Schema(string json) => JsonNode.Parse(json)!.AsObject();

    private static void AssertEqual(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
