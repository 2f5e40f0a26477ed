using Regent.Core.Principals;

namespace Regent.Operations.Principals;

/// <summary>Whom the lines of a file were about so far, so that nobody stands in it twice.</summary>
internal sealed class SeenPeople
{
    private readonly Dictionary<PrincipalId, int> ids = [];
    private readonly Dictionary<UserPrincipalName, int> names = [];

    /// <summary>The line as it is, or refused when an earlier one was about the same person.</summary>
    public PlannedPerson RefuseAgain(PlannedPerson line)
    {
        if (line.Person is not { UserPrincipalName: { } name } person)
        {
            return line;
        }

        if (ids.TryGetValue(person.Id, out var first) || names.TryGetValue(name, out first))
        {
            return line.Refuse($"This person stands in line {first} already.");
        }

        ids.Add(person.Id, line.Row.Line);
        names.Add(name, line.Row.Line);
        return line;
    }
}
