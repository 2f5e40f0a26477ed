using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Regent.Api.Arm.Protocol;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.OpenApi;

/// <summary>Describes what one method does at an address.</summary>
internal sealed class DescribedOperation(ContractSchemas schemas, DescribedRoute route, string method)
{
    private readonly Place? place = route.IsArm || route.IsOwn ? null : Place.At(route.Steps);
    private readonly ItemShape? shape = route.Metadata.GetMetadata<ItemShape>();

    private JsonSerializerOptions Json => route.IsArm ? ArmJson.Options : GraphJson.Options;

    private bool IsRead => HttpMethods.IsGet(method);

    // Posting to a list makes an item; an action on a list of Graph's answers with many.
    private bool IsList => place is null
        ? shape is not null && IsRead && route.Steps is [.., var last] && !last.StartsWith('{') && last != "$batch"
        : place.IsList && (IsRead || route.Steps[^1].EndsWith("getByIds", StringComparison.Ordinal));

    public JsonObject ToJson()
    {
        var operation = new JsonObject
        {
            ["operationId"] = OperationWords.Id(method, route.Path),
            ["summary"] = OperationWords.Summary(method, route.Steps),
            ["tags"] = new JsonArray(Tag),
            ["parameters"] = OperationParameters.Of(route, place, IsRead, IsList),
        };
        if (route.Metadata.GetMetadata<BodyShape>() is { } body)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = Content(schemas.Of(body.Contract, Json, isSent: true)),
            };
        }

        operation["responses"] = Answers();
        operation["security"] = OperationSecurity.Of(route);
        if (route.Metadata.GetMetadata<TokenPermission>() is { } needed)
        {
            operation["x-permissions"] = new JsonObject
            {
                ["delegated"] = Names(needed.Delegated),
                ["application"] = Names(needed.Application),
            };
        }

        return operation;
    }

    private string Tag => $"{route.Surface}: {OperationWords.Group(route.Steps)}";

    private JsonObject Answers()
    {
        var answers = new JsonObject();
        foreach (var status in Statuses())
        {
            answers[status.ToString(CultureInfo.InvariantCulture)] = Answer(status);
        }

        var isOpen = !OperationSecurity.IsGuarded(route);
        int[] refusals = isOpen
            ? [StatusCodes.Status429TooManyRequests]
            : [StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
                StatusCodes.Status429TooManyRequests];
        foreach (var status in refusals)
        {
            answers[status.ToString(CultureInfo.InvariantCulture)] = ContractSchemas.Refer("responses", ErrorShapes.NameOf(route.IsArm, status));
        }

        return answers;
    }

    private IEnumerable<int> Statuses()
    {
        var told = route.Metadata.OfType<IProducesResponseTypeMetadata>().Select(answer => answer.StatusCode).Distinct().ToList();
        return told.Count > 0 ? told : Usual();
    }

    private int[] Usual() => method switch
    {
        "PUT" => [StatusCodes.Status201Created],
        "DELETE" => route.IsArm ? [StatusCodes.Status200OK, StatusCodes.Status204NoContent] : [StatusCodes.Status204NoContent],
        "POST" when !route.IsArm && place is { IsList: true } && !IsList => [StatusCodes.Status201Created],
        "POST" or "PATCH" when !route.IsArm && Item() is null => [StatusCodes.Status204NoContent],
        _ => [StatusCodes.Status200OK],
    };

    private JsonObject Answer(int status)
    {
        var answer = new JsonObject { ["description"] = AnswerWords.Of(status) };
        var content = status is StatusCodes.Status204NoContent or StatusCodes.Status202Accepted ? null : Body();
        if (content is not null)
        {
            answer["content"] = content;
        }

        return answer;
    }

    private JsonObject? Body() => route.Steps switch
    {
        [.., "$count"] => new JsonObject { ["text/plain"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "integer" } } },
        ["$metadata"] => new JsonObject { ["application/xml"] = new JsonObject(), ["application/json"] = new JsonObject() },
        [] => Content(new JsonObject { ["type"] = "object" }),
        _ => Item() is { } item ? Content(IsList ? Many(item) : item) : null,
    };

    private JsonObject? Item() => shape switch
    {
        { Contract: var nothing } when nothing == typeof(void) => null,
        { IsResource: true } => new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["id"] = Text(),
                ["name"] = Text(),
                ["type"] = Text(),
                ["properties"] = schemas.Of(shape.Contract, Json),
            },
        },
        not null => schemas.Of(shape.Contract, Json),
        null => schemas.Of(place?.Contracts ?? [], Json),
    };

    private JsonObject Many(JsonObject item)
    {
        var members = new JsonObject();
        if (!route.IsArm && !route.IsOwn)
        {
            members["@odata.context"] = Text();
            members["@odata.count"] = new JsonObject { ["type"] = "integer" };
        }

        members[route.IsArm ? "nextLink" : "@odata.nextLink"] = Text();
        members["value"] = new JsonObject { ["type"] = "array", ["items"] = item };
        return new JsonObject { ["type"] = "object", ["properties"] = members };
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Content(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);
}
