using Microsoft.Extensions.Logging;

namespace Regent.Storage;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A listener to changes failed")]
    public static partial void SubscriberFailed(this ILogger log, Exception error);
}
