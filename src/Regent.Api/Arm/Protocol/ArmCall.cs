using Microsoft.AspNetCore.Http;
using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Ports;

namespace Regent.Api.Arm.Protocol;

/// <summary>One request past the gate: who calls, about which scope, and how to speak of addresses.</summary>
internal sealed record ArmCall(HttpContext Http, Caller Caller, ArmAddress Address)
{
    private const string SkipOption = "$skipToken";

    /// <summary>How many items one answer holds.</summary>
    private const int UsualPage = 200;

    /// <summary>Made for each handler. The gate lets nobody through who is not a principal, and only addresses that were read.</summary>
    public static ValueTask<ArmCall?> BindAsync(HttpContext context) => ValueTask.FromResult<ArmCall?>(new ArmCall(
        context,
        Caller.From(context.User) ?? throw new InvalidOperationException("The gate has let somebody unknown through."),
        ArmAddress.Of(context) ?? throw new InvalidOperationException("This address was not read.")));

    /// <summary>The scope of the address.</summary>
    public Reading<Scope> Scope => Address.Scope is { } scope
        ? scope
        : new Flaw(FlawKind.Scope, $"'{Address.ScopePath}' is no management group, subscription, resource group or resource.") { Target = "scope" };

    /// <summary>What the filter asks; nothing where there is none.</summary>
    public Reading<IReadOnlyList<ArmTerm>> Filter => ArmFilter.Read(Http.Request.Query["$filter"]);

    /// <summary>Where in the list to begin.</summary>
    public Reading<PageAsk> Page(int size = UsualPage) => Http.Request.Query[SkipOption].ToString() switch
    {
        "" => new PageAsk(size),
        var token when SkipToken.Read(token, Request) is { } place => new PageAsk(size, place),
        _ => new Flaw(FlawKind.Query, "The value of $skipToken is not one that this list has given out.") { Target = SkipOption },
    };

    /// <summary>The address of what follows, with all options of this request.</summary>
    public string Following(string place)
    {
        var request = Http.Request;
        var options = request.Query
            .Where(option => !string.Equals(option.Key, SkipOption, StringComparison.OrdinalIgnoreCase))
            .SelectMany(option => option.Value, (option, value) => $"{Escape(option.Key)}={Uri.EscapeDataString(value ?? "")}")
            .Append($"{SkipOption}={Uri.EscapeDataString(SkipToken.At(place, request))}");
        return $"{request.Scheme}://{request.Host}{request.PathBase}{new PathString(Address.Path).ToUriComponent()}?{string.Join('&', options)}";
    }

    private HttpRequest Request => Http.Request;

    // The dollar sign stays readable; everybody sends it so.
    private static string Escape(string option) => Uri.EscapeDataString(option).Replace("%24", "$", StringComparison.Ordinal);
}
