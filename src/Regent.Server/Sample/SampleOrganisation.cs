using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Notifications;
using Regent.Operations.Policies;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Operations.Requests;

namespace Regent.Server.Sample;

/// <summary>Fills an empty database with a small organisation and a month of its history.</summary>
internal sealed class SampleOrganisation(
    IConfiguration configuration, NotificationOptions links, IDirectory directory, SampleAccounts accounts, TimeProvider clock)
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(30);

    private static readonly (string Name, string DisplayName, string Title)[] People =
    [
        ("grace", "Grace Hopper", "Head of Identity"),
        ("alan", "Alan Turing", "Systems Engineer"),
        ("barbara", "Barbara Liskov", "Finance Systems Lead"),
        ("katherine", "Katherine Johnson", "On-call Engineer"),
        ("edsger", "Edsger Dijkstra", "Internal Auditor"),
        ("margaret", "Margaret Hamilton", "Application Engineer"),
    ];

    /// <summary>Installs it where there is nobody yet; says whether the database holds it.</summary>
    public async Task<bool> InstallAsync(CancellationToken ct)
    {
        _ = UserPrincipalName.TryParse("ada@regent.example", out var ada);
        if (!await directory.IsEmptyAsync(ct))
        {
            return await directory.FindByNameAsync(ada!, ct) is not null;
        }

        await using var past = new SamplePast(configuration, links, clock.GetUtcNow() - Age);
        var cast = await GatherAsync(past, ada!, ct);
        await HandOutAsync(past, cast, ct);
        await SampleEstate.SetUpAsync(past, cast, ct);
        await SampleHistory.PlayAsync(past, cast, clock.GetUtcNow(), ct);
        await accounts.CreateAsync(ct);
        return true;
    }

    private static async Task<SampleCast> GatherAsync(SamplePast past, UserPrincipalName ada, CancellationToken ct)
    {
        var first = await past.Get<CreateFirstAdministrator>().ExecuteAsync(ada, "Ada Lovelace", ct).ExpectedAsync();
        var people = new Dictionary<string, Principal> { ["ada"] = first with { JobTitle = "Chief Technology Officer" } };
        foreach (var (name, displayName, title) in People)
        {
            _ = UserPrincipalName.TryParse($"{name}@regent.example", out var signInName);
            people[name] = new Principal(PrincipalId.At(past.Now), PrincipalKind.User, displayName)
            {
                UserPrincipalName = signInName,
                JobTitle = title,
            };
        }

        var onCall = new Principal(PrincipalId.At(past.Now), PrincipalKind.Group, "On-call engineers") { IsRoleAssignable = true };
        var directory = past.Get<IDirectory>();
        await past.Get<IUnitOfWork>().RunAsync(
            async token =>
            {
                foreach (var principal in people.Values.Append(onCall))
                {
                    await directory.SaveAsync(principal, token);
                }

                await directory.AddMembershipAsync(new Membership(onCall.Id, people["katherine"].Id), token);
                return people.Count;
            },
            ct);
        return new SampleCast(people, onCall);
    }

    private static async Task HandOutAsync(SamplePast past, SampleCast cast, CancellationToken ct)
    {
        await AssignAsync(past, cast, ScheduleKind.Assignment, cast.Id("grace"), "Privileged Role Administrator", ct);
        await AssignAsync(past, cast, ScheduleKind.Assignment, cast.Id("edsger"), "Global Reader", ct);
        await AssignAsync(past, cast, ScheduleKind.Eligibility, cast.OnCall.Id, "Helpdesk Administrator", ct);
        foreach (var role in new[] { "User Administrator", "Exchange Administrator", "Security Reader", "Billing Administrator" })
        {
            await AssignAsync(past, cast, ScheduleKind.Eligibility, cast.Id("alan"), role, ct);
        }

        foreach (var role in new[] { "Application Administrator", "Reports Reader" })
        {
            await AssignAsync(past, cast, ScheduleKind.Eligibility, cast.Id("margaret"), role, ct);
        }

        await DemandAsync(past, cast, "Exchange Administrator", new ActivationSettings { RequiresTicket = true, RequiresApproval = true }, ct);
        await DemandAsync(past, cast, "Application Administrator", new ActivationSettings { RequiresApproval = true }, ct);
        await DemandAsync(
            past, cast, "Billing Administrator",
            new ActivationSettings { RequiresApproval = true, Approvers = [cast.Id("barbara")], MaximumDuration = TimeSpan.FromHours(4) }, ct);
    }

    private static async Task AssignAsync(
        SamplePast past, SampleCast cast, ScheduleKind kind, PrincipalId principal, string role, CancellationToken ct) =>
        await past.Get<AssignRole>().ExecuteAsync(
            cast.Caller("ada"),
            new AssignmentAsk(kind, principal, SampleCast.Role(role), Scope.Tenant)
            {
                Expiration = new Expiration.Never(),
                Justification = "Set up with the organisation",
            },
            ct).ExpectedAsync();

    private static async Task DemandAsync(
        SamplePast past, SampleCast cast, string role, ActivationSettings settings, CancellationToken ct) =>
        await past.Get<ChangeRoleSettings>()
            .ExecuteAsync(
                cast.Caller("grace"), RolePolicy.Default(SampleCast.Role(role), Scope.Tenant) with { Activation = settings }, ct)
            .ExpectedAsync();
}
