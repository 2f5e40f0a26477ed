using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Portal.Tests;

/// <summary>A system outside in which a role gives something, and its lane, which does what is due whenever it is let.</summary>
public sealed class TargetSite(FakeWorld world)
{
    public const string Thing = "admins";

    private const int MostRounds = 50;

    public Target Target { get; private set; } = new(
        TargetId.At(world.Now), "Directory", TargetKind.Webhook, Make.Accounts("{name}"),
        new TargetSettings(new Dictionary<string, string> { ["address"] = "https://there.example", ["key"] = new FakeSecretBox().Lock("open sesame") }), TargetState.Live)
    {
        Version = 1,
    };

    public static RoleDefinitionId Role => DirectoryRoles.UserAdministrator;

    public Task SaveAsync(Func<Target, Target>? change = null)
    {
        Target = change?.Invoke(Target) ?? Target;
        return WriteAsync(ct => world.Targets.SaveAsync(Target, ct));
    }

    public Task MapAsync(Landing? landing = null) => WriteAsync(ct => world.Targets.SaveMappingAsync(
        new Mapping(MappingId.At(world.Now), Target.Id, Role, Scope.Tenant, [Thing]) { Landing = landing ?? Landing.AtTheEnd }, ct));

    /// <summary>Has the role, until then, and with it what it gives.</summary>
    public async Task HoldAsync(Principal who, DateTimeOffset? until = null)
    {
        world.Assign(who, Role, until);
        await LandAsync();
    }

    /// <summary>Looks through the target, and does all that is due in it now.</summary>
    public async Task LandAsync()
    {
        await WriteAsync(ct => world.TargetAgenda.WakeAsync(Target.Id, [new WakeUp(TargetWork.Sweep, Target.Id.Value, world.Now)], world.Now, ct));
        for (var round = 0; round < MostRounds; round++)
        {
            if (!(await world.The<TargetLane>().DoNextAsync(Target.Id, CancellationToken.None) <= world.Now))
            {
                return;
            }
        }

        throw new InvalidOperationException("There is always something to do.");
    }

    public Task WriteAsync(Func<CancellationToken, Task> write) => world.Unit.RunAsync(
        async ct =>
        {
            await write(ct);
            return true;
        },
        CancellationToken.None);
}
