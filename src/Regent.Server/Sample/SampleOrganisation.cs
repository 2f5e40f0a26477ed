using System.Diagnostics;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Policies;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Operations.Requests;

namespace Regent.Server.Sample;

/// <summary>Fills an empty database with a small organisation and a month of its history.</summary>
internal sealed class SampleOrganisation(
    IConfiguration configuration, NotificationOptions links, IDirectory directory, TimeProvider clock)
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

    /// <summary>With which names its people sign in; the first is that of its first administrator.</summary>
    public static IReadOnlyList<UserPrincipalName> SignInNames { get; } = [.. People.Select(one => one.Name).Prepend("ada").Select(SignInName)];

    private static UserPrincipalName Ada => SignInNames[0];

    /// <summary>Whether the database holds it.</summary>
    public async Task<bool> IsThereAsync(CancellationToken ct) => await directory.FindByNameAsync(Ada, ct) is not null;

    /// <summary>Whether there is nobody yet.</summary>
    public Task<bool> HasRoomAsync(CancellationToken ct) => directory.IsEmptyAsync(ct);

    /// <summary>Installs it where there is nobody yet, all of it or nothing.</summary>
    public async Task InstallAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var past = new SamplePast(configuration, links, now - Age);
        await past.PlayAsync(
            async token =>
            {
                if (await past.Get<IDirectory>().IsEmptyAsync(token))
                {
                    var cast = await GatherAsync(past, token);
                    await HandOutAsync(past, cast, token);
                    await SampleEstate.SetUpAsync(past, cast, token);
                    await SampleHistory.PlayAsync(past, cast, now, token);
                }
            },
            ct);
    }

    private static async Task<SampleCast> GatherAsync(SamplePast past, CancellationToken ct)
    {
        var first = await past.Get<CreateFirstAdministrator>().ExecuteAsync(Ada, "Ada Lovelace", ct).ExpectedAsync();
        var people = new Dictionary<string, Principal> { ["ada"] = first with { JobTitle = "Chief Technology Officer" } };
        foreach (var (name, displayName, title) in People)
        {
            people[name] = new Principal(PrincipalId.At(past.Now), PrincipalKind.User, displayName)
            {
                UserPrincipalName = SignInName(name),
                JobTitle = title,
            };
        }

        var onCall = new Principal(PrincipalId.At(past.Now), PrincipalKind.Group, "On-call engineers") { IsRoleAssignable = true };
        var directory = past.Get<IDirectory>();
        await directory.SaveManyAsync([.. people.Values, onCall], ct);
        await directory.AddMembershipAsync(new Membership(onCall.Id, people["katherine"].Id), ct);
        return new SampleCast(people, onCall);
    }

    private static UserPrincipalName SignInName(string name) =>
        UserPrincipalName.TryParse($"{name}@regent.example", out var parsed) ? parsed : throw new UnreachableException();

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
