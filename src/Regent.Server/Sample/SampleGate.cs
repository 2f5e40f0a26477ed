using Regent.Server.Hosting;

namespace Regent.Server.Sample;

/// <summary>
/// Lets the sample organisation in where it is wanted. Nowhere where others than this machine could reach it, unless told so
/// explicitly, and not even when it is only left in the database from before: everybody knows its password.
/// </summary>
internal sealed class SampleGate(SampleOrganisation organisation, SampleAccounts accounts, SampleState state, IConfiguration configuration)
{
    public async Task PassAsync(CancellationToken ct)
    {
        var isWanted = configuration.GetValue<bool>("Regent:Sample");
        var isThere = await organisation.IsThereAsync(ct);
        if (!isThere && !(isWanted && await organisation.HasRoomAsync(ct)))
        {
            return;
        }

        RefuseWhereReachable();
        if (!isThere)
        {
            await organisation.InstallAsync(ct);
        }

        if (isWanted)
        {
            await accounts.CreateAsync(SampleOrganisation.SignInNames, ct);
            state.Enter();
        }
    }

    private void RefuseWhereReachable()
    {
        var reachable = Addresses.Of(configuration).FirstOrDefault(address => !Addresses.IsLoopback(address));
        if (reachable is not null && !configuration.GetValue<bool>("Regent:SampleAnywhere"))
        {
            throw new StartRefusedException(
                $"The sample organisation's password is public, and {reachable} can be reached from other machines. "
                + "Listen on 127.0.0.1, start with --no-sample and a new --data, or say --sample-anywhere if you mean it.");
        }
    }
}
