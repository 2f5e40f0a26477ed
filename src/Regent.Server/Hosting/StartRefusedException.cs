namespace Regent.Server.Hosting;

/// <summary>The server must not start like this; the message says why, and what to do instead.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
