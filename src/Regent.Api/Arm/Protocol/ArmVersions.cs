using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Regent.Api.Arm.Protocol;

/// <summary>The versions of the API an address speaks (specification of the API, section 3.1). Within one the shapes are the same.</summary>
/// <param name="Known">Their dates; empty is any.</param>
internal sealed partial record ArmVersions(IReadOnlyList<string> Known)
{
    private const string Option = "api-version";

    public static ArmVersions Any { get; } = new([]);

    public static ArmVersions Requests { get; } = new(
        ["2020-10-01", "2020-10-01-preview", "2018-01-01-preview", "2022-04-01", "2022-04-01-preview", "2022-05-01-preview"]);

    public static ArmVersions Approvals { get; } = new(["2021-01-01-preview", "2020-10-01", "2020-10-01-preview"]);

    public static ArmVersions Roles { get; } = new(
        [
            "2022-04-01", "2018-07-01", "2018-01-01-preview", "2018-09-01-preview", "2020-03-01-preview", "2020-04-01-preview",
            "2020-08-01-preview", "2020-10-01-preview", "2022-05-01-preview", "2015-07-01",
        ]);

    /// <summary>What is wrong with the version a request asks for; null when it is spoken here.</summary>
    public ArmError? Check(HttpRequest request) => request.Query[Option] switch
    {
        { Count: 0 } => new ArmError(
            StatusCodes.Status400BadRequest, "MissingApiVersionParameter", "The query parameter 'api-version' is required for every request.")
        {
            Target = Option,
        },
        [var version] when IsSpoken(version ?? "") => null,
        var wrong => new ArmError(
            StatusCodes.Status400BadRequest, "InvalidApiVersionParameter",
            $"The api-version '{wrong}' is not spoken here. {(Known.Count == 0 ? "It is a date, such as 2022-12-01." : $"These are: {string.Join(", ", Known)}.")}")
        {
            Target = Option,
        },
    };

    private bool IsSpoken(string version) =>
        Known.Count == 0 ? Date().IsMatch(version) : Known.Contains(version, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^20\d\d-[01]\d-[0-3]\d(-preview)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}

/// <summary>Lets an address say which versions it speaks.</summary>
internal static class ArmVersionsExtensions
{
    public static T Speaks<T>(this T address, ArmVersions versions)
        where T : IEndpointConventionBuilder => address.WithMetadata(versions);

    /// <summary>Refuses whoever asks for another version, after the gate and before everything else.</summary>
    public static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext asked, EndpointFilterDelegate next)
    {
        var versions = asked.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ArmVersions>() ?? ArmVersions.Any;
        return versions.Check(asked.HttpContext.Request) is { } wrong
            ? ValueTask.FromResult<object?>(ArmErrors.Of(wrong))
            : next(asked);
    }
}
