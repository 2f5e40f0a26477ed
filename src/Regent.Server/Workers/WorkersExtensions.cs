namespace Regent.Server.Workers;

/// <summary>The workers' one door.</summary>
internal static class WorkersExtensions
{
    public static IServiceCollection AddRegentWorkers(this IServiceCollection services) =>
        services.AddSingleton<AgendaRound>().AddHostedService<AgendaWorker>().AddHostedService<TargetWorker>().AddHostedService<TargetWatcher>();
}
