using Regent.Operations;
using Regent.Server.SignIn;

namespace Regent.Server.Sample;

/// <summary>Tells whoever started a sample server where it is and how to sign in.</summary>
internal sealed class SampleAnnouncer(SamplePeople people, NotificationOptions links) : Announcer
{
    public override Task StartedAsync(CancellationToken cancellationToken) => people.Listed.Count > 0
        ? Console.Out.WriteLineAsync($"""

            Regent runs with a sample organisation:
              open      {links.PublicUrl.ToString().TrimEnd('/')}
              sign in   alan@regent.example, ada@regent.example, grace@regent.example, ...
              password  {SamplePeople.Password} (everybody's)

            """)
        : Task.CompletedTask;
}
