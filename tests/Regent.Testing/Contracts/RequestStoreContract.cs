using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class RequestStoreContract(PortsUnderTest ports) : PortContract(ports)
{
    public static TheoryData<Expiration?> Expirations =>
    [
        new TheoryDataRow<Expiration?>(null),
        new Expiration.Never(),
        new Expiration.AfterDateTime(Precise.AddDays(1)),
        new Expiration.AfterDuration(TimeSpan.FromDays(400) + TimeSpan.FromMicroseconds(7)),
    ];

    [Theory]
    [MemberData(nameof(Expirations), DisableDiscoveryEnumeration = true)]
    public async Task A_request_reads_back_as_it_was_added(Expiration? expiration)
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var request = new ScheduleRequest(
            RequestId.At(Noon), RequestAction.AdminAssign, ScheduleKind.Eligibility, ada.Id, role.Id, Make.Unit(Make.NewId()),
            new PrincipalId(Make.NewId()), Precise, RequestStatus.Granted)
        {
            Start = Precise.AddHours(1),
            Expiration = expiration,
            Duration = TimeSpan.FromHours(30),
            Justification = "Because.\n\"Quoted\" – and ünïcödé",
            Ticket = new Ticket("INC-1", null),
            Wording = new RequestWording
            {
                Start = "2026-03-02T14:00:00.0000000+02:00",
                End = "2026-03-03T14:00:00Z",
                Duration = "PT480M",
                Target = "/subscriptions/x/ÜBER",
                Eligibility = "\"e\"",
                CustomData = "{\"a\":[1,\"\n\"]}",
                Condition = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'x'",
                ConditionVersion = "2.0",
            },
            Proof = new SessionProof(HasFreshMfa: true, ["c1", "c7"]),
            PolicyVersion = 3,
            Approval = new Approval(Precise.AddDays(1), new Decision(ada.Id, Approved: true, "Yes.", Precise.AddMinutes(1))),
            Schedule = new ScheduleId(Make.NewId()),
            Target = new ScheduleId(Make.NewId()),
            ExtendsActivation = true,
            RemovesPermanent = true,
            CompletedAt = Precise.AddHours(2),
        };

        await SaveAsync(request);

        Assert.Equal(request, await Ports.Requests.FindAsync(request.Id, Ct));
        Assert.Null(await Ports.Requests.FindAsync(new RequestId(Make.NewId()), Ct));
    }

    [Fact]
    public async Task A_bare_request_reads_back_bare()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var request = Make.Pending(ada.Id, role.Id, Noon) with
        {
            Duration = null,
            Justification = null,
            Ticket = null,
            Approval = null,
            Status = RequestStatus.Failed,
        };

        await SaveAsync(request);

        Assert.Equal(request, await Ports.Requests.FindAsync(request.Id, Ct));
    }

    [Fact]
    public async Task An_update_writes_the_new_state_and_counts_the_version()
    {
        var request = await SavePendingAsync();
        var decision = new Decision(new PrincipalId(Make.NewId()), Approved: true, "Go ahead.", Precise);
        var granted = request with
        {
            Status = RequestStatus.Provisioned,
            Approval = request.Approval! with { Decision = decision },
            Schedule = new ScheduleId(Make.NewId()),
            CompletedAt = Precise,
        };

        await WriteAsync(ct => Ports.Requests.UpdateAsync(granted, ct));

        Assert.Equal(granted with { Version = 1 }, await Ports.Requests.FindAsync(request.Id, Ct));
    }

    [Fact]
    public async Task An_update_over_a_version_that_is_gone_never_gets_through()
    {
        var request = await SavePendingAsync();
        await WriteAsync(ct => Ports.Requests.UpdateAsync(request with { Status = RequestStatus.Denied }, ct));

        await Assert.ThrowsAnyAsync<Exception>(
            () => WriteAsync(ct => Ports.Requests.UpdateAsync(request with { Status = RequestStatus.Granted }, ct)));

        Assert.Equal(RequestStatus.Denied, (await Ports.Requests.FindAsync(request.Id, Ct))?.Status);
    }

    [Fact]
    public async Task The_same_is_never_pending_twice()
    {
        var request = await SavePendingAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => SaveAsync(request with { Id = RequestId.At(Noon) }));

        await SaveAsync(request with { Id = RequestId.At(Noon), Scope = Make.Unit(Make.NewId()) });
        await SaveAsync(request with { Id = RequestId.At(Noon), Kind = ScheduleKind.Eligibility });
        await SaveAsync(request with { Id = RequestId.At(Noon), Status = RequestStatus.Denied });
        Assert.Equal(4, await Ports.Requests.CountAsync(new(), Ct));
    }

    [Fact]
    public async Task A_pending_request_is_seen_by_others_and_not_by_itself()
    {
        var request = await SavePendingAsync();

        Assert.True(await HasPendingAsync(request));
        Assert.True(await HasPendingAsync(request, apartFrom: RequestId.At(Noon)));
        Assert.False(await HasPendingAsync(request, apartFrom: request.Id));
        Assert.False(await HasPendingAsync(request with { Kind = ScheduleKind.Eligibility }));
        Assert.False(await HasPendingAsync(request with { Scope = Make.Unit(Make.NewId()) }));

        await WriteAsync(ct => Ports.Requests.UpdateAsync(request with { Status = RequestStatus.Canceled }, ct));
        Assert.False(await HasPendingAsync(request));
    }

    [Fact]
    public async Task The_maker_of_a_schedule_is_found_and_not_who_ended_it()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var schedule = await SaveAsync(Make.Assignment(ada.Id, role.Id, Noon));
        var template = Make.Pending(ada.Id, role.Id, Noon) with { Schedule = schedule.Id, Status = RequestStatus.Revoked };
        await SaveAsync(template with { Id = RequestId.At(Noon), Action = RequestAction.AdminRemove });
        Assert.Null(await Ports.Requests.FindMakerAsync(schedule.Id, Ct));

        var maker = await SaveAsync(template with
        {
            Id = new RequestId(schedule.Id.Value),
            Action = RequestAction.AdminRenew,
            Status = RequestStatus.Provisioned,
        });
        await SaveAsync(template with { Id = RequestId.At(Noon), Action = RequestAction.SelfDeactivate });

        Assert.Equal(maker, await Ports.Requests.FindMakerAsync(schedule.Id, Ct));
    }

    [Fact]
    public async Task A_listing_carries_the_names_and_the_schedule()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var schedule = await SaveAsync(Make.Assignment(ada.Id, role.Id, Noon));
        var without = await SaveAsync(Make.Pending(ada.Id, role.Id, Noon));
        var with = await SaveAsync(Make.Pending(ada.Id, role.Id, Noon.AddSeconds(1)) with
        {
            Schedule = schedule.Id,
            Status = RequestStatus.Provisioned,
        });

        Assert.Equal(new RequestListing(with, ada, role, schedule), await Ports.Requests.FindListingAsync(with.Id, Ct));
        Assert.Null(await Ports.Requests.FindListingAsync(RequestId.At(Noon), Ct));
        Assert.Equal(
            [new RequestListing(with, ada, role, schedule), new RequestListing(without, ada, role, Schedule: null)],
            (await Ports.Requests.ListAsync(new(), new(), Ct)).Items);
    }

    [Fact]
    public async Task The_newest_come_first_stretch_after_stretch()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var requests = new List<ScheduleRequest>();
        foreach (var minute in new[] { 3, 1, 4, 1, 5, 2 })
        {
            requests.Add(await SaveAsync(Make.Pending(ada.Id, role.Id, Noon.AddMinutes(minute)) with { Status = RequestStatus.Denied }));
        }

        var listed = await AllAsync(page => Ports.Requests.ListAsync(new(), page, Ct));

        Assert.Equal(
            requests.OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id.Value).Select(one => one.Id),
            listed.Select(one => one.Request.Id));
    }

    [Fact]
    public async Task The_oldest_come_first_where_that_is_wanted()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        foreach (var minute in new[] { 3, 1, 2, 1 })
        {
            await SaveAsync(Make.Pending(ada.Id, role.Id, Noon.AddMinutes(minute)) with { Status = RequestStatus.Denied });
        }

        var newest = await IdsOfAsync(new());

        Assert.Equal(newest.Reverse(), await IdsOfAsync(new() { OldestFirst = true }));
    }

    [Fact]
    public async Task Lists_are_narrowed_by_when_they_were_made_and_completed()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var waiting = await SaveAsync(Make.Pending(ada.Id, role.Id, Noon));
        var denied = await SaveAsync(Make.Pending(ada.Id, role.Id, Precise) with { Status = RequestStatus.Denied, CompletedAt = Precise.AddHours(1) });

        Assert.Equal([denied.Id], await IdsOfAsync(new() { Created = new MomentRange(Precise, Before: null) }));
        Assert.Equal([waiting.Id], await IdsOfAsync(new() { Created = new MomentRange(Noon, Precise) }));
        Assert.Equal([denied.Id, waiting.Id], await IdsOfAsync(new() { Created = new MomentRange(From: null, Before: null) }));
        Assert.Equal([denied.Id], await IdsOfAsync(new() { Completed = new MomentRange(Precise.AddHours(1), Before: null) }));
        Assert.Equal([denied.Id], await IdsOfAsync(new() { Completed = new MomentRange(From: null, Precise.AddHours(2)) }));
        Assert.Empty(await IdsOfAsync(new() { Completed = new MomentRange(Precise, Precise.AddHours(1)) }));
    }

    [Fact]
    public async Task Lists_are_narrowed_by_place_schedule_and_name()
    {
        var (ada, grace, role) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Grace Hopper"), await SaveRoleAsync("Reader"));
        var (made, asked) = (new ScheduleId(Make.NewId()), new ScheduleId(Make.NewId()));
        var board = await SaveAsync(Make.Group("Board") with { IsRoleAssignable = false });
        var hers = await SaveAsync(Make.Pending(grace.Id, role.Id, Noon) with { Target = asked });
        var done = await SaveAsync(Make.Pending(ada.Id, role.Id, Noon.AddMinutes(1)) with { Target = asked, Schedule = made, Status = RequestStatus.Provisioned });
        var inGroup = await SaveAsync(Make.Pending(ada.Id, role.Id, Noon.AddMinutes(2)) with { Scope = Scope.OfGroup(board.Id) });

        Assert.Equal([inGroup.Id], await IdsOfAsync(new() { NotAt = Scope.Tenant }));
        Assert.Equal([hers.Id], await IdsOfAsync(new() { About = asked }));
        Assert.Equal([done.Id], await IdsOfAsync(new() { About = made }));
        Assert.Equal([hers.Id], await IdsOfAsync(new() { PrincipalName = new TextMatch("grace", IsBeginning: true) }));
        Assert.Empty(await IdsOfAsync(new() { PrincipalName = new TextMatch("grace", IsBeginning: false) }));
        Assert.Equal([inGroup.Id], await IdsOfAsync(new() { Within = Reach.At(Scope.OfGroup(board.Id)) }));
        Assert.Equal([inGroup.Id], await IdsOfAsync(new() { Within = Reach.Nowhere with { OrdinaryGroups = true } }));
        Assert.Equal([done.Id, hers.Id], await IdsOfAsync(new() { Within = Reach.At(Scope.Tenant) }));
        Assert.Empty(await IdsOfAsync(new() { Within = Reach.Nowhere }));
        Assert.Equal(3, (await IdsOfAsync(new() { Within = Reach.Everywhere })).Count());
    }

    [Fact]
    public async Task Those_that_asked_approvers_are_told_from_those_that_asked_administrators_or_nobody()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var template = Make.Pending(ada.Id, role.Id, Noon) with { Status = RequestStatus.Provisioned };
        var decision = new Decision(ada.Id, Approved: true, "Yes.", Precise);
        var (waits, waited) = (Make.Pending(ada.Id, role.Id, Noon), template with { Id = RequestId.At(Noon), Approval = new Approval(Precise, decision) });
        await SaveAsync(waits with { Id = RequestId.At(Noon), Scope = Make.Unit(Make.NewId()), Status = RequestStatus.PendingAdminDecision, Approval = Approval.Open });
        await SaveAsync(template with { Id = RequestId.At(Noon), Approval = Approval.Open with { Decision = decision } });
        await SaveAsync(template with { Id = RequestId.At(Noon), Approval = null });
        await SaveAsync(waits);
        await SaveAsync(waited);

        Assert.Equal(new[] { waits.Id, waited.Id }.ToHashSet(), (await IdsOfAsync(new() { AskedApproval = true })).ToHashSet());
    }

    [Fact]
    public async Task What_requests_made_is_told_from_what_they_did_not()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var request = await SaveAsync(Make.Pending(ada.Id, role.Id, Noon));
        var (made, other) = (new ScheduleId(request.Id.Value), new ScheduleId(Make.NewId()));

        Assert.Equal([made], await Ports.Requests.FindMadeAsync([made, other], Ct));
        Assert.Empty(await Ports.Requests.FindMadeAsync([], Ct));
    }

    [Fact]
    public async Task Lists_are_narrowed_by_person_kind_action_and_state()
    {
        var (ada, grace, role) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Grace Hopper"), await SaveRoleAsync("Reader"));
        var own = await SaveAsync(Make.Pending(ada.Id, role.Id, Noon));
        var given = await SaveAsync(Make.Pending(ada.Id, role.Id, Noon.AddMinutes(1)) with
        {
            CreatedBy = grace.Id,
            Action = RequestAction.AdminAssign,
            Kind = ScheduleKind.Eligibility,
            Status = RequestStatus.Provisioned,
        });
        var hers = await SaveAsync(Make.Pending(grace.Id, role.Id, Noon.AddMinutes(2)) with { Status = RequestStatus.Denied });

        Assert.Equal([hers.Id, given.Id, own.Id], await IdsOfAsync(new()));
        Assert.Equal([hers.Id, given.Id], await IdsOfAsync(new() { Involving = grace.Id }));
        Assert.Equal([given.Id, own.Id], await IdsOfAsync(new() { Involving = ada.Id }));
        Assert.Equal([own.Id], await IdsOfAsync(new() { CreatedBy = ada.Id }));
        Assert.Equal([given.Id, own.Id], await IdsOfAsync(new() { Principal = ada.Id }));
        Assert.Equal([given.Id], await IdsOfAsync(new() { Kind = ScheduleKind.Eligibility }));
        Assert.Equal([hers.Id, given.Id, own.Id], await IdsOfAsync(new() { Role = role.Id, Scope = Scope.Tenant }));
        Assert.Empty(await IdsOfAsync(new() { Role = new RoleDefinitionId(Make.NewId()) }));
        Assert.Empty(await IdsOfAsync(new() { Scope = Make.Unit(Make.NewId()) }));
        Assert.Equal([hers.Id, own.Id], await IdsOfAsync(new() { Actions = [RequestAction.SelfActivate] }));
        Assert.Equal([hers.Id, own.Id], await IdsOfAsync(new() { Statuses = [RequestStatus.PendingApproval, RequestStatus.Denied] }));
        Assert.Empty(await IdsOfAsync(new() { Statuses = [] }));
        Assert.Empty(await IdsOfAsync(new() { Involving = ada.Id, Statuses = [RequestStatus.Denied] }));
    }

    [Fact]
    public async Task An_approver_sees_what_waits_for_them_by_name_or_by_group()
    {
        var (ada, grace, board) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Grace Hopper"), await SaveGroupAsync("Board"));
        var (byName, byGroup) = (await SaveRoleAsync("By name"), await SaveRoleAsync("By group"));
        await SetApproversAsync(byName, grace.Id);
        await SetApproversAsync(byGroup, board.Id);
        var first = await SaveAsync(Make.Pending(ada.Id, byName.Id, Noon));
        var second = await SaveAsync(Make.Pending(ada.Id, byGroup.Id, Noon.AddMinutes(1)));
        await SaveAsync(Make.Pending(ada.Id, byName.Id, Noon.AddMinutes(2)) with { Status = RequestStatus.Denied });
        await SaveAsync(Make.Pending(ada.Id, byName.Id, Noon.AddMinutes(3)) with { Scope = Scope.OfGroup(board.Id) });

        Assert.Equal([first.Id], await DecidableByAsync(grace.Id));
        Assert.Equal([second.Id, first.Id], await DecidableByAsync(grace.Id, isAdministrator: false, board.Id));
        Assert.Empty(await DecidableByAsync(new PrincipalId(Make.NewId())));

        await SetApproversAsync(byName, board.Id);
        Assert.Empty(await DecidableByAsync(grace.Id));
    }

    [Fact]
    public async Task Where_nobody_named_is_left_administrators_decide()
    {
        var (ada, grace) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Grace Hopper"));
        var (board, lapsing) = (await SaveGroupAsync("Board", grace), await SaveRoleAsync("Lapsing"));
        await SetApproversAsync(lapsing, board.Id);
        var waiting = await SaveAsync(Make.Pending(ada.Id, lapsing.Id, Noon));

        Assert.Empty(await DecidableByAsync(new PrincipalId(Make.NewId()), isAdministrator: true));
        await WriteAsync(ct => Ports.Directory.RemoveMembershipAsync(new Membership(board.Id, grace.Id), ct));
        Assert.Equal([waiting.Id], await DecidableByAsync(new PrincipalId(Make.NewId()), isAdministrator: true));
        Assert.Empty(await DecidableByAsync(ada.Id, isAdministrator: true));
        Assert.Empty(await DecidableByAsync(grace.Id));
    }

    [Fact]
    public async Task Where_no_approver_is_named_administrators_decide()
    {
        var (ada, grace, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Grace Hopper"), await SaveUserAsync("Alan Turing"));
        var (untouched, named, emptied) = (await SaveRoleAsync("Untouched"), await SaveRoleAsync("Named"), await SaveRoleAsync("Emptied"));
        await SetApproversAsync(named, alan.Id);
        await SetApproversAsync(emptied, grace.Id);
        await SetApproversAsync(emptied);
        var first = await SaveAsync(Make.Pending(ada.Id, untouched.Id, Noon));
        var second = await SaveAsync(Make.Pending(ada.Id, emptied.Id, Noon.AddMinutes(1)));
        await SaveAsync(Make.Pending(ada.Id, named.Id, Noon.AddMinutes(2)));

        Assert.Equal([second.Id, first.Id], await DecidableByAsync(grace.Id, isAdministrator: true));
        Assert.Empty(await DecidableByAsync(grace.Id));
    }

    [Fact]
    public async Task Nobody_sees_their_own_among_what_they_decide()
    {
        var (ada, grace, role) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Grace Hopper"), await SaveRoleAsync("Reader"));
        await SaveAsync(Make.Pending(ada.Id, role.Id, Noon) with { CreatedBy = grace.Id });

        Assert.Empty(await DecidableByAsync(ada.Id, isAdministrator: true));
        Assert.Empty(await DecidableByAsync(grace.Id, isAdministrator: true));
        Assert.Single(await DecidableByAsync(new PrincipalId(Make.NewId()), isAdministrator: true));
    }

    private async Task<ScheduleRequest> SavePendingAsync()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        return await SaveAsync(Make.Pending(ada.Id, role.Id, Noon));
    }

    private Task<bool> HasPendingAsync(ScheduleRequest like, RequestId? apartFrom = null) =>
        Ports.Requests.HasPendingAsync(like.Principal, like.Role, like.Scope, like.Kind, apartFrom, Ct);

    private Task SetApproversAsync(RoleDefinition role, params PrincipalId[] approvers) => WriteAsync(async ct =>
    {
        var before = await Ports.Policies.GetAsync(role.Id, Scope.Tenant, ct);
        var settings = before.Activation with { Approvers = approvers };
        Assert.True(await Ports.Policies.SaveAsync(before with { Version = before.Version + 1, Activation = settings }, ct));
    });

    private Task<IEnumerable<RequestId>> DecidableByAsync(PrincipalId id, bool isAdministrator = false, params PrincipalId[] groups) =>
        IdsOfAsync(new() { DecidableBy = new ApproverIdentity(id, groups.ToHashSet(), isAdministrator, Noon) });

    private async Task<IEnumerable<RequestId>> IdsOfAsync(RequestQuery query)
    {
        var found = await AllAsync(page => Ports.Requests.ListAsync(query, page, Ct));
        Assert.Equal(found.Count, await Ports.Requests.CountAsync(query, Ct));
        return found.Select(listing => listing.Request.Id);
    }
}
