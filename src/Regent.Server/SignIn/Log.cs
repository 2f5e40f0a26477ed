namespace Regent.Server.SignIn;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether the session of an open page still holds could not be seen; looking again shortly")]
    public static partial void SessionNotSeen(this ILogger log, Exception error);
}
