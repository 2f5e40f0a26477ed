using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.OpenApi;

/// <summary>Says which tokens are good for an operation, and where they come from.</summary>
internal static class OperationSecurity
{
    private const string Person = "person";
    private const string Program = "program";
    private const string ArmPerson = "armPerson";
    private const string ArmProgram = "armProgram";
    private const string Own = "regent";
    private const string ArmScope = $"{TokenNames.ArmAudience}/{TokenNames.UserImpersonation}";
    private const string ArmDefault = $"{TokenNames.ArmAudience}/.default";

    /// <summary>Whether a token is needed at all.</summary>
    public static bool IsGuarded(DescribedRoute route) => route.Metadata.GetMetadata<IAllowAnonymous>() is null;

    /// <summary>The tokens that are good; any one is enough.</summary>
    public static JsonArray Of(DescribedRoute route)
    {
        var needed = route.Metadata.GetMetadata<TokenPermission>();
        var good = (IsGuarded(route), route.IsArm, needed) switch
        {
            (false, _, _) => [],
            (_, true, _) => [(ArmPerson, ArmScope), (ArmProgram, ArmDefault), (Own, null)],
            (_, _, null) => [(Own, null)],
            _ => needed.Delegated.Select(name => (Person, (string?)name)).Concat(needed.Application.Select(name => (Program, (string?)name))).Append((Own, null)),
        };
        return new JsonArray([.. good.Select(one => new JsonObject { [one.Item1] = one.Item2 is null ? new JsonArray() : new JsonArray(one.Item2) })]);
    }

    /// <summary>Where tokens come from.</summary>
    /// <param name="root">The server's own address.</param>
    /// <param name="tokens">Where tokens are given out.</param>
    public static JsonObject Schemes(string root, TokenPlaces tokens) => new()
    {
        [Own] = new JsonObject
        {
            ["type"] = "http",
            ["scheme"] = "bearer",
            ["description"] = "A token that './regent token' prints on the server's own machine; it is good for all that its person may do.",
        },
        [Person] = OAuth("A token that acts for a person who signed in. Any one of the names that an operation lists is enough.", root, tokens, isForPeople: true, GraphScopes(isForItself: false)),
        [Program] = OAuth("A token that acts for a program itself, with the roles of its registration.", root, tokens, isForPeople: false, GraphScopes(isForItself: true)),
        [ArmPerson] = OAuth("The same for Azure Resource Manager, for a person.", root, tokens, isForPeople: true, new() { [ArmScope] = "Manage roles of Azure resources as the person may." }),
        [ArmProgram] = OAuth("The same for Azure Resource Manager, for a program itself.", root, tokens, isForPeople: false, new() { [ArmDefault] = "Manage roles of Azure resources as the program may." }),
    };

    private static JsonObject GraphScopes(bool isForItself) => new(GraphPermissions.All.Where(one => !isForItself || !one.IsForPeopleOnly)
        .Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Description)));

    private static JsonObject OAuth(string words, string root, TokenPlaces tokens, bool isForPeople, JsonObject scopes)
    {
        var flow = new JsonObject { ["tokenUrl"] = root + tokens.Token, ["refreshUrl"] = root + tokens.Token, ["scopes"] = scopes };
        if (isForPeople)
        {
            flow["authorizationUrl"] = root + tokens.Authorize;
        }

        return new JsonObject
        {
            ["type"] = "oauth2",
            ["description"] = words,
            ["flows"] = new JsonObject { [isForPeople ? "authorizationCode" : "clientCredentials"] = flow },
        };
    }
}
