namespace Regent.Cli.Text;

/// <summary>Text that others wrote must not command the terminal it is shown on.</summary>
internal static class Plain
{
    public static string Of(string text, bool keepLines = false) =>
        new([.. text.Select(letter => char.IsControl(letter) && !(keepLines && letter is '\n' or '\r') ? ' ' : letter)]);
}
