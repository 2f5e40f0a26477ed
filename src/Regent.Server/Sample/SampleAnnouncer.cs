using Regent.Operations;
using Regent.Server.SignIn;

namespace Regent.Server.Sample;

/// <summary>Tells whoever started a sample server where it is and how to sign in.</summary>
internal sealed class SampleAnnouncer(SamplePeople people, NotificationOptions links) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken) => people.Listed.Count > 0
        ? Console.Out.WriteLineAsync($"""

            Regent runs with a sample organisation:
              open      {links.PublicUrl.ToString().TrimEnd('/')}
              sign in   alan@regent.example, ada@regent.example, grace@regent.example, ...
              password  {SamplePeople.Password} (everybody's)

            """)
        : Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
