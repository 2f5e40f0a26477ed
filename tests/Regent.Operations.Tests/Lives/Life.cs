using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Operations.Ports;
using Regent.Operations.Recording;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Lives;

/// <summary>An organisation in which steps are taken; after each of them the rules that must always hold are checked.</summary>
internal sealed class Life : IDisposable
{
    private static readonly RoleDefinitionId OnlyByGroup = Office.RoleNamed("Helpdesk Administrator");

    private static readonly TimeSpan[] Durations =
    [
        TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2),
        TimeSpan.FromHours(8), TimeSpan.FromHours(9), TimeSpan.FromDays(300),
    ];

    private static readonly TimeSpan?[] Starts =
        [null, null, TimeSpan.FromHours(-1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(2), TimeSpan.FromHours(30)];

    private readonly Office office = new();
    private readonly List<Principal> people;
    private readonly Principal group;
    private readonly Thing[] things;
    private readonly LifeRules rules;
    private readonly LifeMails mails;

    public Life()
    {
        group = office.World.AddGroup("Engineers", office.Barbara);
        people = [office.Alan, office.Barbara, office.Ada, office.Grace];
        var shop = office.World.Add(new ScopeNode(Make.ScopeAt("/subscriptions/00000000-0000-0000-0000-000000000001"), "Shop", Parent: null));
        var web = office.World.Add(new ScopeNode(Make.ScopeAt($"{shop}/resourceGroups/web"), "Web", shop));
        var engineers = Scope.OfGroup(group.Id);
        things =
        [
            new(office.Role, Scope.Tenant), new(DirectoryRoles.PrivilegedRoleAdministrator, Scope.Tenant),
            new(OnlyByGroup, Scope.Tenant), new(ResourceRoles.Contributor, shop), new(ResourceRoles.Contributor, web), new(GroupRoles.Member, engineers), new(GroupRoles.Owner, engineers),
        ];
        office.World.MakeEligible(group, OnlyByGroup);
        Have(Make.Eligibility(office.Alan.Id, ResourceRoles.Contributor, office.Now.AddHours(-1), office.Now.AddDays(3)), shop);
        Have(Make.Eligibility(office.Alan.Id, GroupRoles.Member, office.Now.AddHours(-1), office.Now.AddHours(9)), engineers);
        Have(Make.Eligibility(office.Barbara.Id, GroupRoles.Owner, office.Now.AddHours(-1)), engineers);
        Have(Make.Assignment(office.Grace.Id, GroupRoles.Owner, office.Now.AddHours(-1)), engineers);
        office.World.MakeEligible(group, office.Role, office.Now.AddDays(2));
        office.World.MakeEligible(group, DirectoryRoles.PrivilegedRoleAdministrator);
        office.World.MakeEligible(office.Alan, DirectoryRoles.PrivilegedRoleAdministrator, office.Now.AddHours(6));
        office.World.Set(DirectoryRoles.PrivilegedRoleAdministrator, new ActivationSettings { RequiresApproval = true });
        rules = new LifeRules(office, things);
        mails = new LifeMails(office, group.Id);
    }

    public void Dispose() => office.Dispose();

    public async Task LiveAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            var before = await Snapshot.OfAsync(office);
            var refused = await TakeAsync(step);
            await rules.CheckAsync(before, refused);
            if (step.Act != Act.TimePasses)
            {
                await mails.CheckAsync(before);
            }
        }

        await office.PassAsync(TimeSpan.FromDays(400));
        await rules.CheckSettledAsync();
        await mails.CheckSettledAsync();
    }

    /// <summary>Whether the step was refused, and so must have changed nothing.</summary>
    private async Task<bool> TakeAsync(Step step)
    {
        var (who, thing) = (Person(step.Who), things[step.Role % things.Length]);
        switch (step.Act)
        {
            case Act.TimePasses:
                await office.PassAsync(TimeSpan.FromMinutes(1 << (step.How % 10)));
                return false;
            case Act.TimePassesWithoutWorker:
                office.Skip(TimeSpan.FromMinutes(1 << (step.How % 11)));
                return false;
            case Act.JoinOrLeave:
                await JoinOrLeaveAsync(who);
                return false;
            case Act.DisableOrEnable:
                await DisableOrEnableAsync(step.Who % 2);
                return false;
            case Act.ChangeSettings:
                return await ChangeSettingsAsync(who, thing, step) is Outcome<RolePolicy>.Refused;
            default:
                return await RequestAsync(step, who, thing) is Outcome<ScheduleRequest>.Refused;
        }
    }

    private async Task<Outcome<ScheduleRequest>> RequestAsync(Step step, Principal who, Thing thing) => step.Act switch
    {
        Act.Ask => await office.AskAsync(who, Asked(step, who, thing), withMfa: step.Other % 4 > 0),
        Act.Decide => await office.DecideAsync(Approver(step.Who), await SomeRequestAsync(step.Other), approve: step.How % 4 > 0),
        Act.Cancel => await office.CancelAsync(who, await SomeRequestAsync(step.Other)),
        Act.Deactivate => await DeactivateAsync(await SomeActivationAsync(step.Other) ?? (who.Id, thing)),
        Act.Assign => await office.AssignAsync(who, Given(step, thing)),
        Act.Change => await office.The<ChangeAssignment>().ExecuteAsync(office.As(who), ChangeOf(step.How), Given(step, thing), Office.Ct),
        Act.Extend => await office.The<ExtendRole>().ExecuteAsync(office.As(who, withMfa: step.Other % 4 > 0), Longer(step, who, thing), Office.Ct),
        Act.DecideExtension => await office.The<DecideExtension>().ExecuteAsync(
            office.As(Approver(step.Who)), (await SomeRequestAsync(step.Other, RequestStatus.PendingAdminDecision)).Id, step.How % 4 > 0, "Well.",
            step.How % 3 == 0 ? Given(step, thing) : null, Office.Ct),
        Act.Remove => await office.RemoveAsync(who, Holder(step.Other), KindOf(step.How), thing.Role, thing.Scope),
        _ => throw new InvalidOperationException($"{step.Act} is no request."),
    };

    private ActivationAsk Asked(Step step, Principal who, Thing thing) => office.Ask(who) with
    {
        Role = thing.Role,
        Scope = thing.Scope,
        Start = office.Now + Starts[step.How % Starts.Length],
        Expiration = new Expiration.AfterDuration(Durations[step.Other % Durations.Length]),
        Ticket = step.Other % 5 == 0 ? null : new Ticket("INC-1", "Desk"),
    };

    private AssignmentAsk Given(Step step, Thing thing) => office.Give(Holder(step.Other), KindOf(step.How), thing.Role) with
    {
        Scope = thing.Scope,
        Start = office.Now + Starts[step.Who % Starts.Length],
        Expiration = step.How % 3 == 0 ? null : new Expiration.AfterDuration(Durations[step.How % Durations.Length]),
    };

    private AssignmentAsk Longer(Step step, Principal who, Thing thing) => office.Give(who, KindOf(step.How), thing.Role) with
    {
        Scope = thing.Scope,
        Expiration = new Expiration.AfterDuration(Durations[step.Role % Durations.Length]),
        Ticket = step.Other % 5 == 0 ? null : new Ticket("INC-1", "Desk"),
    };

    private static RequestAction ChangeOf(int how) => (how % 3) switch
    {
        0 => RequestAction.AdminUpdate,
        1 => RequestAction.AdminExtend,
        _ => RequestAction.AdminRenew,
    };

    private Task<Outcome<RolePolicy>> ChangeSettingsAsync(Principal who, Thing thing, Step step)
    {
        var settings = new ActivationSettings
        {
            RequiresApproval = step.How % 3 > 0,
            RequiresMfa = step.How % 4 == 0,
            RequiresTicket = step.How % 7 == 0,
            MaximumDuration = TimeSpan.FromHours(step.How % 3 == 0 ? 1 : 8),
            Approvers = step.Other % 2 == 0 ? [] : [Approver(step.Who).Id, Holder(step.Other).Id],
        };
        return office.The<ChangeRoleSettings>().ExecuteAsync(
            office.As(who),
            rules.Newest(thing) is var newest && step.Role % 9 == 0 ? newest with { Version = newest.Version - 1 } : newest with { Activation = settings }, Office.Ct);
    }

    private async Task JoinOrLeaveAsync(Principal who)
    {
        var groups = await office.World.Directory.GroupsOfAsync(who.Id, office.Now, Office.Ct);
        await (groups.ContainsKey(group.Id) ? office.LeaveAsync(group, who) : office.JoinAsync(group, who));
        await LoseAsync(who);
    }

    // The administrators stay, as the import that disables people sees to it.
    private async Task DisableOrEnableAsync(int which)
    {
        people[which] = office.World.Add(people[which] with { IsEnabled = !people[which].IsEnabled });
        await LoseAsync(people[which]);
    }

    private Task<Principal> LoseAsync(Principal who) => office.World.Unit.RunAsync(
        async ct =>
        {
            await office.The<EligibilityLoss>().EndLostActivationsOfAsync(who.Id, by: null, office.Now, ct);
            return who;
        },
        Office.Ct);

    private async Task<ScheduleRequest> SomeRequestAsync(int which, params RequestStatus[] statuses)
    {
        var wanted = statuses.Length > 0 ? statuses : [RequestStatus.PendingApproval, RequestStatus.Granted];
        var some = await office.World.Requests.ListAsync(
            new RequestQuery { Statuses = which % 8 == 0 ? null : wanted }, new PageAsk(PageAsk.Largest), Office.Ct);
        return some.Items.Count > 0
            ? some.Items[which % some.Items.Count].Request
            : new ScheduleRequest(
                default, RequestAction.SelfActivate, ScheduleKind.Assignment, default, default, Scope.Tenant, default, office.Now,
                RequestStatus.PendingApproval);
    }

    private Task<Outcome<ScheduleRequest>> DeactivateAsync((PrincipalId Who, Thing What) what) =>
        office.The<DeactivateRole>().ExecuteAsync(new Caller(what.Who, MfaAt: null), what.What.Role, what.What.Scope, justification: null, Office.Ct);

    private async Task<(PrincipalId Who, Thing What)?> SomeActivationAsync(int which)
    {
        var some = await office.World.Schedules.ListAsync(
            new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.InForce, office.Now) { Type = AssignmentType.Activated },
            new PageAsk(PageAsk.Largest), Office.Ct);
        var one = some.Items.Count > 0 ? some.Items[which % some.Items.Count].Schedule : null;
        return one is null ? null : (one.Principal, new Thing(one.Role, one.Scope));
    }

    private void Have(Schedule schedule, Scope scope) => office.World.Add(schedule with { Scope = scope });

    private Principal Person(int which) => people[which % people.Count];

    // Mostly somebody who is likely to be allowed, or too little would happen.
    private Principal Approver(int which) => which % 4 == 0 ? Person(which / 4) : people[2 + (which % 2)];

    private Principal Holder(int which) => which % 5 == 4 ? group : Person(which);

    private static ScheduleKind KindOf(int how) => how % 2 == 0 ? ScheduleKind.Assignment : ScheduleKind.Eligibility;
}
