using Regent.Operations;
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
    private readonly IAgenda lasting;
    private readonly SampleClock clock;
    private readonly SampleAgenda agenda = new();

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
            .AddSingleton<AgendaRound>()
            // The last one given is the one everybody gets.
            .AddSingleton<IAgenda>(agenda)
            .BuildServiceProvider();
        lasting = services.GetServices<IAgenda>().First();
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Plays a past in one unit of work, so that a server which is killed meanwhile leaves all of it or nothing.</summary>
    public Task PlayAsync(Func<CancellationToken, Task> play, CancellationToken ct) => Get<IUnitOfWork>().RunAsync(
        async token =>
        {
            clock.Restart();
            agenda.Clear();
            await play(token);
            await agenda.HandOverAsync(lasting, Now, token);
            return true;
        },
        ct);

    /// <summary>Lets time pass up to a moment.</summary>
    public async Task PassToAsync(DateTimeOffset moment, CancellationToken ct)
    {
        while (await agenda.NextDueAsync(AgendaShare.All, ct) is { } due && due <= moment)
        {
            clock.MoveTo(due);
            await Get<AgendaRound>().DoNextAsync(AgendaShare.All, ct);
        }

        clock.MoveTo(moment);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
