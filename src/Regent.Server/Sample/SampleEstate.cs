using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Operations.Roles;

namespace Regent.Server.Sample;

/// <summary>What the sample organisation has beside directory roles: two subscriptions, an administrative unit, and a group under PIM.</summary>
internal sealed class SampleEstate
{
    private const string Shop = "/subscriptions/5a1e0000-0000-4000-8000-000000000001";
    private const string Lab = "/subscriptions/5a1e0000-0000-4000-8000-000000000002";
    private static readonly Scope Berlin = Scope.OfUnit(new Guid("5a1e0000-0000-4000-8000-000000000003"));

    private readonly SamplePast past;
    private readonly SampleCast cast;
    private readonly CancellationToken ct;

    private SampleEstate(SamplePast past, SampleCast cast, CancellationToken ct)
    {
        this.past = past;
        this.cast = cast;
        this.ct = ct;
    }

    public static async Task SetUpAsync(SamplePast past, SampleCast cast, CancellationToken ct)
    {
        var estate = new SampleEstate(past, cast, ct);
        await estate.PlantAsync();
        await estate.HandOutAsync();
        await estate.BringGroupUnderPimAsync();
    }

    private async Task PlantAsync()
    {
        var company = await AddAsync("/providers/Microsoft.Management/managementGroups/regent-example", "Regent Example", parent: null);
        var shop = await AddAsync(Shop, "Web shop", company);
        foreach (var name in new[] { "rg-web", "rg-data", "rg-network" })
        {
            await AddAsync($"{Shop}/resourceGroups/{name}", name, shop);
        }

        var lab = await AddAsync(Lab, "Laboratory", company);
        await AddAsync($"{Lab}/resourceGroups/rg-experiments", "rg-experiments", lab);
        await AddAsync(Berlin.Value, "Berlin office", parent: null);
    }

    private async Task HandOutAsync()
    {
        await GiveAsync(ScheduleKind.Assignment, "margaret", ResourceRoles.Owner, At(Shop), days: 180);
        await GiveAsync(ScheduleKind.Eligibility, "alan", ResourceRoles.Contributor, At(Shop), days: 365);
        await GiveAsync(ScheduleKind.Eligibility, "katherine", ResourceRoles.Reader, At($"{Lab}/resourceGroups/rg-experiments"), days: 365);
    }

    private async Task BringGroupUnderPimAsync()
    {
        var operators = new Principal(PrincipalId.At(past.Now), PrincipalKind.Group, "Database operators");
        await past.Get<IDirectory>().SaveAsync(operators, ct);
        var group = Scope.OfGroup(operators.Id);
        await past.Get<ChangeRoleSettings>().ExecuteAsync(
            cast.Caller("ada"),
            RolePolicy.Default(GroupRoles.Member, group) with
            {
                Activation = new ActivationSettings { RequiresApproval = true, Approvers = [cast.Id("barbara")] },
            },
            ct).ExpectedAsync();
        await GiveAsync(ScheduleKind.Assignment, "barbara", GroupRoles.Owner, group, days: 180);
        await GiveAsync(ScheduleKind.Eligibility, "alan", GroupRoles.Member, group, days: 365);
        await GiveAsync(ScheduleKind.Eligibility, "katherine", GroupRoles.Member, group, days: 365);
    }

    private static Scope At(string path) => Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path));

    private async Task<Scope> AddAsync(string path, string name, Scope? parent) =>
        (await past.Get<SaveScope>().ExecuteAsync(cast.Caller("ada"), new ScopeNode(At(path), name, parent), ct).ExpectedAsync()).Scope;

    private async Task GiveAsync(ScheduleKind kind, string who, RoleDefinitionId role, Scope scope, int days) =>
        await past.Get<AssignRole>().ExecuteAsync(
            cast.Caller("ada"),
            new AssignmentAsk(kind, cast.Id(who), role, scope)
            {
                Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(days)),
                Justification = "Set up with the organisation",
            },
            ct).ExpectedAsync();
}
