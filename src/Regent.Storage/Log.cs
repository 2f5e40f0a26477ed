using Microsoft.Extensions.Logging;

namespace Regent.Storage;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A listener to changes failed")]
    public static partial void SubscriberFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The news of other nodes cannot be heard; listening again shortly")]
    public static partial void ListeningFailed(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Other nodes could not be told of a commit; they will see it at their next look")]
    public static partial void TellingFailed(this ILogger log, Exception error);
}
