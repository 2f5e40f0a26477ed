using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Server.Workers;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} of {Subject} failed, attempt {Attempt}; it will be tried again")]
    public static partial void WorkFailed(this ILogger log, AgendaKind kind, Guid subject, int attempt, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The agenda cannot be reached; looking again shortly")]
    public static partial void AgendaUnreachable(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The work in target {Target} broke; looking again shortly")]
    public static partial void LaneBroke(this ILogger log, TargetId target, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The alerts about targets could not be looked at; looking again shortly")]
    public static partial void WatchBroke(this ILogger log, Exception error);
}
