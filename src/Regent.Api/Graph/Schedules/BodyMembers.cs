using Regent.Api.OData;

namespace Regent.Api.Graph.Schedules;

/// <summary>Reads members of bodies, and says what is wrong with them.</summary>
internal static class BodyMembers
{
    public static Reading<Guid> Id(string? text, string member)
    {
        if (text is null)
        {
            return Missing(member);
        }

        return Guid.TryParseExact(text, "D", out var id) ? id : Wrong(member, $"The value of '{member}' is not an id.");
    }

    public static Flaw Missing(string member) => Wrong(member, $"'{member}' is required.");

    public static Flaw Wrong(string member, string message) => new(FlawKind.Content, message) { Target = member };
}
