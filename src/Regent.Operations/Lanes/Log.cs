using Microsoft.Extensions.Logging;
using Regent.Operations.Ports;

namespace Regent.Operations.Lanes;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The connector to target {Target} broke; it will be tried again")]
    public static partial void ConnectorBroke(this ILogger log, string target, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "People were not taken over from {Target}: {Why}")]
    public static partial void SynchronisationStopped(this ILogger log, string target, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} in target {Target} broke; it will be tried again")]
    public static partial void WorkBroke(this ILogger log, TargetWork work, string target, Exception error);
}
