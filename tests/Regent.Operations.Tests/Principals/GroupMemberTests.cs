using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Testing;

namespace Regent.Operations.Tests.Principals;

/// <summary>Who is put into groups and taken out of them.</summary>
public sealed class GroupMemberTests : IDisposable
{
    private readonly Office office = new();
    private readonly Principal crew;
    private readonly Principal administrators;

    public GroupMemberTests()
    {
        crew = office.World.Add(Make.Group("Crew") with { IsRoleAssignable = false });
        administrators = office.World.AddGroup("Administrators");
    }

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Somebody_is_added_and_removed_and_both_are_on_record()
    {
        Assert.Equal(crew, (await AddAsync(office.Ada, crew, office.Alan)).Done());
        Assert.Equal([office.Alan], await MembersAsync(crew));

        Assert.Equal(crew, (await RemoveAsync(office.Ada, crew, office.Alan)).Done());
        Assert.Empty(await MembersAsync(crew));

        Assert.Equal(["Ada: Add member to group", "Ada: Remove member from group"], office.Record);
        var entry = office.World.Audit.Entries[0];
        Assert.Equal((office.Alan.Id, Scope.OfGroup(crew.Id), "Crew"), (entry.Subject!.Value, entry.Scope, entry.Reason));
    }

    [Fact]
    public async Task What_is_so_already_is_refused()
    {
        Assert.Equal(RefusalCode.MembershipDoesNotExist, (await RemoveAsync(office.Ada, crew, office.Alan)).Code());
        (await AddAsync(office.Ada, crew, office.Alan)).Done();

        Assert.Equal(RefusalCode.MembershipExists, (await AddAsync(office.Ada, crew, office.Alan)).Code());
    }

    [Fact]
    public async Task Who_is_in_by_an_assignment_is_neither_added_nor_removed()
    {
        office.World.Add(Make.Assignment(office.Alan.Id, GroupRoles.Member, office.Now, office.Now.AddHours(1)) with { Scope = Scope.OfGroup(crew.Id) });

        Assert.Equal(RefusalCode.MembershipExists, (await AddAsync(office.Ada, crew, office.Alan)).Code());
        Assert.Equal(RefusalCode.MembershipNotAllowed, (await RemoveAsync(office.Ada, crew, office.Alan)).Code());
        office.Skip(TimeSpan.FromHours(1));
        (await AddAsync(office.Ada, crew, office.Alan)).Done();
    }

    [Fact]
    public async Task Unknown_groups_and_members_are_named()
    {
        var nobody = new PrincipalId(Make.NewId());

        Assert.Contains(nobody.ToString(), (await AddAsync(office.Ada, crew, nobody)).Message(), StringComparison.Ordinal);
        Assert.Equal(RefusalCode.PrincipalNotFound, (await AddAsync(office.Ada, crew, nobody)).Code());
        Assert.Equal(RefusalCode.PrincipalNotFound, (await AddAsync(office.Ada, office.Barbara, office.Alan)).Code());
        Assert.Equal(RefusalCode.PrincipalNotFound, (await RemoveAsync(office.Ada, office.Barbara, office.Alan)).Code());
    }

    [Fact]
    public async Task Groups_go_into_ordinary_groups_only_and_never_into_themselves()
    {
        (await AddAsync(office.Ada, crew, administrators)).Done();

        Assert.Equal(RefusalCode.MembershipNotAllowed, (await AddAsync(office.Ada, administrators, crew)).Code());
        Assert.Equal(RefusalCode.MembershipNotAllowed, (await AddAsync(office.Ada, crew, crew)).Code());
    }

    [Fact]
    public async Task What_rested_on_the_membership_ends_with_it()
    {
        office.World.MakeEligible(administrators, office.Role);
        (await AddAsync(office.Ada, administrators, office.Barbara)).Done();
        await office.AskedAsync(office.Barbara, office.Ask(office.Barbara));
        Assert.True(await office.HoldsAsync(office.Barbara));

        (await RemoveAsync(office.Ada, administrators, office.Barbara)).Done();

        Assert.False(await office.HoldsAsync(office.Barbara));
    }

    [Fact]
    public async Task The_last_administrator_stays_in_the_group_that_makes_them_one()
    {
        office.World.Assign(administrators, DirectoryRoles.GlobalAdministrator);
        (await AddAsync(office.Ada, administrators, office.Alan)).Done();
        (await RemoveAsync(office.Ada, administrators, office.Alan)).Done();
        (await AddAsync(office.Ada, administrators, office.Alan)).Done();
        office.Disable(office.Ada);

        var refused = await RemoveAsync(office.Alan, administrators, office.Alan);

        Assert.Equal(RefusalCode.CannotDeleteLastAdminAssignment, refused.Code());
        Assert.Equal([office.Alan], await MembersAsync(administrators));
        Assert.Single(office.World.Audit.Entries, entry => entry.Activity == AuditActivities.MemberRemoved);
    }

    [Fact]
    public async Task Nobody_but_who_manages_the_group_changes_it()
    {
        var helper = office.World.AddUser("Helper");
        office.World.Assign(helper, DirectoryRoles.GroupsAdministrator);
        var owner = office.World.AddUser("Owner");
        office.World.Add(Make.Assignment(owner.Id, GroupRoles.Owner, office.Now) with { Scope = Scope.OfGroup(administrators.Id) });

        foreach (var (who, group, may) in new[]
        {
            (office.Alan, crew, false), (office.Alan, administrators, false), (helper, crew, true), (helper, administrators, false),
            (owner, crew, false), (owner, administrators, true), (office.Grace, administrators, true), (office.Grace, crew, false),
        })
        {
            var member = office.World.AddUser("Somebody");
            RefusalCode[] expected = may ? [] : [RefusalCode.AuthorizationRequestDenied];
            Assert.Equal(expected, CodesOf(await AddAsync(who, group, member)));
            Assert.Equal(may ? [] : expected, CodesOf(await RemoveAsync(who, group, member)));
        }
    }

    private static IReadOnlyList<RefusalCode> CodesOf(Outcome<Principal> outcome) => outcome is Outcome<Principal>.Done ? [] : outcome.Codes();

    private Task<Outcome<Principal>> AddAsync(Principal by, Principal group, Principal member) => AddAsync(by, group, member.Id);

    private Task<Outcome<Principal>> AddAsync(Principal by, Principal group, PrincipalId member) =>
        office.The<AddGroupMember>().ExecuteAsync(office.As(by), group.Id, member, Office.Ct);

    private Task<Outcome<Principal>> RemoveAsync(Principal by, Principal group, Principal member) =>
        office.The<RemoveGroupMember>().ExecuteAsync(office.As(by), group.Id, member.Id, Office.Ct);

    private async Task<IReadOnlyList<Principal>> MembersAsync(Principal group) =>
        (await office.World.Directory.MembersAsync(group.Id, office.Now, new PageAsk(), Office.Ct)).Items;
}
