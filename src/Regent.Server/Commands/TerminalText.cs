namespace Regent.Server.Commands;

/// <summary>Text from people and files on its way to a terminal.</summary>
internal static class TerminalText
{
    /// <summary>The same text, unable to command the terminal it is shown on.</summary>
    public static string Plain(string text) => new([.. text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)]);
}
