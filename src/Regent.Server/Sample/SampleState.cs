using Regent.Server.Hosting;

namespace Regent.Server.Sample;

/// <summary>Whether this server runs the sample organisation, whose password everybody knows.</summary>
internal sealed class SampleState
{
    public bool IsRunning { get; private set; }

    /// <summary>Takes note; refuses where others than this machine could reach it, unless told so explicitly.</summary>
    public void Enter(bool installed, IConfiguration configuration)
    {
        var reachable = Addresses.Of(configuration).FirstOrDefault(address => !Addresses.IsLoopback(address));
        if (installed && reachable is not null && !configuration.GetValue<bool>("Regent:SampleAnywhere"))
        {
            throw new SampleExposedException(
                $"The sample organisation's password is public, and {reachable} can be reached from other machines. "
                + "Listen on 127.0.0.1, start with --no-sample and a new --data, or say --sample-anywhere if you mean it.");
        }

        IsRunning = installed;
    }
}
