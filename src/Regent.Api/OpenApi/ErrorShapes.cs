using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Regent.Api.OpenApi;

/// <summary>Describes a no, in both forms.</summary>
internal static class ErrorShapes
{
    private static readonly int[] Refusals =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
        StatusCodes.Status429TooManyRequests,
    ];

    /// <summary>Every answer that refuses, by name.</summary>
    public static JsonObject Answers()
    {
        var answers = new JsonObject();
        foreach (var isArm in new[] { false, true })
        {
            foreach (var status in Refusals)
            {
                answers[NameOf(isArm, status)] = new JsonObject
                {
                    ["description"] = AnswerWords.Of(status),
                    ["content"] = new JsonObject
                    {
                        ["application/json"] = new JsonObject { ["schema"] = ContractSchemas.Refer("schemas", SchemaOf(isArm)) },
                    },
                };
            }
        }

        return answers;
    }

    /// <summary>What an answer is called.</summary>
    public static string NameOf(bool isArm, int status) => $"{(isArm ? "arm" : "graph")}{status}";

    /// <summary>Adds what they look like.</summary>
    public static void AddTo(JsonObject schemas)
    {
        schemas[SchemaOf(isArm: false)] = Envelope("innerError", Fields("date", "request-id", "client-request-id"));
        schemas[SchemaOf(isArm: true)] = Envelope("additionalInfo", new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "object" },
        });
    }

    private static string SchemaOf(bool isArm) => isArm ? "arm.error" : "graph.error";

    private static JsonObject Envelope(string more, JsonObject shape)
    {
        var error = Fields("code", "message", "target");
        var members = error["properties"]!.AsObject();
        members["details"] = new JsonObject { ["type"] = "array", ["items"] = Fields("code", "message", "target") };
        members[more] = shape;
        error["required"] = new JsonArray("code", "message");
        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("error"),
            ["properties"] = new JsonObject { ["error"] = error },
        };
    }

    private static JsonObject Fields(params string[] names) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["type"] = "string" }))),
    };
}
