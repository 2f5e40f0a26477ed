namespace Regent.Core.Principals;

/// <summary>Addresses as people write them, without a display name.</summary>
public static class MailAddress
{
    /// <summary>The longest address, in characters.</summary>
    public const int Longest = 254;

    /// <summary>Whether this is one address of the form <c>name@domain</c>, fit for the header of a mail.</summary>
    public static bool IsOne(string? text) =>
        text is { Length: <= Longest } && text.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
        && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or ',' or ';' or '"');
}
