using System.Globalization;
using Microsoft.AspNetCore.Http;
using Regent.Api.OData;
using Regent.Operations.Ports;

namespace Regent.Api.Access;

/// <summary>The options behind an address. One that the address does not have is refused, never ignored.</summary>
internal sealed class AddressOptions
{
    private const string Top = "$top";
    private const int UsualTop = 100;

    private readonly HttpRequest request;

    private AddressOptions(HttpRequest request) => this.request = request;

    /// <summary>Reads the options of a request, of which these are known.</summary>
    public static Reading<AddressOptions> Read(HttpRequest request, params string[] known) =>
        request.Query.FirstOrDefault(option => !known.Contains(option.Key, StringComparer.OrdinalIgnoreCase) || option.Value.Count > 1) is { Key: { } wrong }
            ? Wrong(wrong, known.Contains(wrong, StringComparer.OrdinalIgnoreCase)
                ? $"'{wrong}' stands here more than once."
                : $"'{wrong}' is no option of this address. It has {string.Join(", ", known)}.")
            : new AddressOptions(request);

    /// <summary>The text of an option; null when it is not there or empty.</summary>
    public string? Text(string name) => request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Whether an option is on; null when it is not there.</summary>
    public Reading<bool?> Switch(string name) => Text(name) switch
    {
        null => (bool?)null,
        { } text when bool.TryParse(text, out var isOn) => isOn,
        _ => Wrong(name, $"'{name}' is true or false."),
    };

    /// <summary>An id; null when it is not there.</summary>
    public Reading<Guid?> Id(string name) => Text(name) switch
    {
        null => (Guid?)null,
        { } text when Members.Id(text) is { } id => id,
        _ => Wrong(name, $"'{name}' is not an id such as '5a1e0000-0000-4000-8000-000000000003'."),
    };

    /// <summary>One of the words of an enumeration; null when it is not there.</summary>
    public Reading<T?> Word<T>(string name)
        where T : struct, Enum => Text(name) is { } text ? Members.Word<T>(text, name, FlawKind.Query).Then<T?>(word => word) : (T?)null;

    /// <summary>Which stretch of a list is wanted.</summary>
    public Reading<PageAsk> Page() => (Text(Top), Text(SkipToken.Option)) switch
    {
        ({ } top, _) when !int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > PageAsk.Largest =>
            Wrong(Top, $"'{Top}' is a number from 1 to {PageAsk.Largest}."),
        (var top, null) => new PageAsk(SizeOf(top)),
        (var top, { } token) when SkipToken.Read(token, request) is { } place => new PageAsk(SizeOf(top), place),
        _ => Wrong(SkipToken.Option, $"'{SkipToken.Option}' is not one of this list. Follow the link to the next page as it is."),
    };

    private static int SizeOf(string? top) => top is null ? UsualTop : int.Parse(top, CultureInfo.InvariantCulture);

    private static Flaw Wrong(string option, string message) => new(FlawKind.Query, message) { Target = option };
}
