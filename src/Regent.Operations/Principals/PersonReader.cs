using Regent.Core.Principals;

namespace Regent.Operations.Principals;

/// <summary>
/// Reads one line of a file of people. A column that is there says what is true, so an empty mail, title or department is none;
/// a column that is missing leaves things as they are.
/// </summary>
internal static class PersonReader
{
    /// <summary>The person the line describes.</summary>
    /// <param name="row">A line without a <see cref="ProblemOf"/>.</param>
    /// <param name="known">Who it is already; null for somebody new.</param>
    /// <param name="now">The moment of the import.</param>
    public static Principal Read(PersonRow row, Principal? known, DateTimeOffset now)
    {
        _ = UserPrincipalName.TryParse(row.UserPrincipalName, out var name);
        var id = known?.Id ?? IdOf(row) ?? PrincipalId.At(now);
        return new Principal(id, PrincipalKind.User, Text(row.DisplayName) ?? known?.DisplayName ?? name!.Value)
        {
            UserPrincipalName = name,
            Mail = Kept(row.Mail, known?.Mail),
            JobTitle = Kept(row.JobTitle, known?.JobTitle),
            Department = Kept(row.Department, known?.Department),
            IsEnabled = IsEnabled(row, known),
        };
    }

    /// <summary>The id the line gives; null when it gives none.</summary>
    public static PrincipalId? IdOf(PersonRow row) => Guid.TryParse(row.Id, out var id) && id != Guid.Empty ? new PrincipalId(id) : null;

    /// <summary>The groups the line names, each once; null when it says nothing about groups.</summary>
    public static IReadOnlyList<string>? GroupsOf(PersonRow row) => row.MemberOf is null ? null :
    [
        .. row.MemberOf.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>What is wrong with the line in itself; null when nothing is.</summary>
    public static string? ProblemOf(PersonRow row) => row.Unreadable ?? ProblemOfValues(row);

    /// <summary>Why the line cannot be about these people; null when it can.</summary>
    /// <param name="row">The line.</param>
    /// <param name="byId">Who has its id.</param>
    /// <param name="byName">Who has its userPrincipalName.</param>
    public static string? ConflictOf(PersonRow row, Principal? byId, Principal? byName)
    {
        if (byId is { Kind: not PrincipalKind.User })
        {
            return "id belongs to something that is not a person.";
        }

        return IdOf(row) is { } id && byName is not null && byName.Id != id
            ? $"This userPrincipalName belongs to somebody else, {byName.DisplayName} ({byName.Id}). Give them another one first."
            : null;
    }

    private static string? ProblemOfValues(PersonRow row)
    {
        if (!UserPrincipalName.TryParse(row.UserPrincipalName, out _))
        {
            return "userPrincipalName is missing or not of the form name@domain.";
        }

        if (Text(row.Id) is not null && IdOf(row) is null)
        {
            return "id is not a GUID. Leave it empty for a new person.";
        }

        if (Text(row.AccountEnabled) is { } enabled && !bool.TryParse(enabled, out _))
        {
            return "accountEnabled is neither true nor false.";
        }

        return Text(row.Mail) is { } mail && !IsAddress(mail) ? "mail is not an address." : ProblemOfTexts(row);
    }

    private static string? ProblemOfTexts(PersonRow row)
    {
        string?[] texts = [row.DisplayName, row.Mail, row.JobTitle, row.Department, .. GroupsOf(row) ?? []];
        return texts.OfType<string>().All(NameText.IsFit)
            ? null
            : $"A text is longer than {NameText.Longest} characters or holds control characters.";
    }

    private static bool IsEnabled(PersonRow row, Principal? known) =>
        Text(row.AccountEnabled) is { } enabled ? bool.Parse(enabled) : known?.IsEnabled ?? true;

    private static string? Kept(string? value, string? known) => value is null ? known : Text(value);

    private static bool IsAddress(string mail) => mail.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !mail.Any(char.IsWhiteSpace);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
