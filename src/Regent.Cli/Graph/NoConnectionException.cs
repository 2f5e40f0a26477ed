namespace Regent.Cli.Graph;

/// <summary>The server did not answer, or what answered is no Regent.</summary>
internal sealed class NoConnectionException(string message) : Exception(message);
