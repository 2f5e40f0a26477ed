using Regent.Server.SignIn;

namespace Regent.Server.Sample;

/// <summary>
/// Lets the sample organisation in where it is wanted. Nowhere where others than this machine could reach it, unless told so
/// explicitly, and not even when it is only left in the database from before: everybody knows its password.
/// </summary>
internal sealed class SampleGate(SampleOrganisation organisation, SampleAccounts accounts, SamplePeople people, IConfiguration configuration)
{
    /// <summary>Lets it in; else says why the server must not start.</summary>
    /// <param name="reachable">Where others than this machine could reach the server; null when nowhere.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<string?> PassAsync(string? reachable, CancellationToken ct)
    {
        var isWanted = configuration.GetValue<bool>("Regent:Sample");
        var isThere = await organisation.IsThereAsync(ct);
        if (!isThere && !(isWanted && await organisation.HasRoomAsync(ct)))
        {
            return null;
        }

        if (reachable is not null && !configuration.GetValue<bool>("Regent:SampleAnywhere"))
        {
            return $"The sample organisation's password is public, and {reachable} can be reached from other machines. "
                + "Listen on 127.0.0.1, start with --no-sample and a new --data, or say --sample-anywhere if you mean it.";
        }

        if (!isThere)
        {
            await organisation.InstallAsync(ct);
        }

        if (isWanted)
        {
            await accounts.CreateAsync(SampleOrganisation.SignInNames, ct);
            people.List();
        }

        return null;
    }
}
