namespace Regent.Cli;

/// <summary>The command line asks for something that cannot be; the message says what to do instead.</summary>
internal sealed class MisuseException(string message) : Exception(message);
