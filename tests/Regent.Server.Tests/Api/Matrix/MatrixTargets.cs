using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Server.Tests.Api.Access;
using Regent.Testing;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>A live target in which the requestor has something by a role, and the holder something that Regent did not give.</summary>
internal static class MatrixTargets
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Sets it up, and says the ids of what is there, by the lists they are in.</summary>
    /// <param name="server">The server.</param>
    /// <param name="role">The role of the requestor.</param>
    /// <param name="scope">Where they hold it.</param>
    public static async Task<IReadOnlyDictionary<string, string>> SetUpAsync(MatrixServer server, string role, string scope)
    {
        var administrator = await ApiClient.OfAsync(server, "ada");
        var client = new TargetClient(administrator);
        var id = await client.AddedAsync("Servers");
        var gives = TargetClient.Mapping(role, "admins");
        gives["scope"] = scope;
        var mapping = (string)(await administrator.PostAsync($"{TargetClient.Targets}/{id}/mappings", gives))["id"]!;
        await client.ActAsync(id, "plan");
        await client.ActAsync(id, "start");
        var target = new TargetId(new Guid(id));
        while (await server.Services.GetRequiredService<TargetLane>().DoNextAsync(target, Ct) <= server.Clock.GetUtcNow())
        {
        }

        var drift = new Drift(Make.NewId(), target, new Holding("holder", "admins"), server.Clock.GetUtcNow());
        await server.Services.GetRequiredService<IUnitOfWork>().RunAsync(
            async ct =>
            {
                await server.Services.GetRequiredService<ILedger>().ChangeDriftAsync([drift], [], ct);
                return true;
            },
            Ct);
        return new Dictionary<string, string> { ["targets"] = id, ["mapping"] = mapping, ["drift"] = drift.Id.ToString() };
    }
}
