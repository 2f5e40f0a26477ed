using Regent.Operations;
using Regent.Operations.Notifications;
using Regent.Operations.Ports;
using Regent.Server.Mail;
using Regent.Server.SignIn;
using Regent.Server.Workers;
using Regent.Storage;

namespace Regent.Server.Sample;

/// <summary>The operations on a clock of their own: time passes from act to act, and what falls due between is done.</summary>
internal sealed class SamplePast : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly SampleClock clock;

    public SamplePast(IConfiguration configuration, NotificationOptions links, DateTimeOffset start)
    {
        clock = new SampleClock(start);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(links)
            .AddSingleton(new ActivationOptions())
            .AddSingleton(new PasswordLinkOptions())
            .AddSingleton<IMailer, KeepingMailer>()
            .AddRegentStorage(configuration)
            .AddRegentOperations()
            .AddSingleton<IPasswordLinks, PasswordLinks>()
            .AddSingleton<AgendaWork>().AddSingleton<AgendaRound>()
            .BuildServiceProvider();
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Lets time pass up to a moment.</summary>
    public async Task PassToAsync(DateTimeOffset moment, CancellationToken ct)
    {
        var agenda = Get<IAgenda>();
        while (await agenda.NextDueAsync(ct) is { } due && due <= moment)
        {
            clock.MoveTo(due);
            await Get<AgendaRound>().DoNextAsync(ct);
        }

        clock.MoveTo(moment);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
