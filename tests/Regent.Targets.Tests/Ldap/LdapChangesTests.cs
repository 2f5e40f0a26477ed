using System.DirectoryServices.Protocols;
using Regent.Core.Targets;
using Regent.Targets.Ldap;
using Regent.Testing;

namespace Regent.Targets.Tests.Ldap;

/// <summary>The requests by which memberships get an end, and another one, as they go over the wire to Active Directory.</summary>
public sealed class LdapChangesTests
{
    private const string Group = "CN=ops,OU=Regent,DC=regent,DC=example";
    private const string Ada = "CN=Ada,CN=Users,DC=regent,DC=example";
    private const string Ben = @"CN=Smith\, Ben,CN=Users,DC=regent,DC=example";

    private static readonly DateTimeOffset Now = Make.Noon;

    [Fact]
    public void Who_is_new_is_added_until_a_little_after_the_end()
    {
        var request = Changes().AddWithEnds(Group, [(new LdapMember(Ada), Now.AddHours(1)), (new LdapMember(Ben), null)], there: [], Now);

        Assert.Equal(Group, request.DistinguishedName);
        Assert.Equal([$"Add member: <TTL=3900,{Ada}> | {Ben}"], Said(request));
    }

    [Fact]
    public void Who_is_there_is_taken_out_and_put_in_again_with_the_other_end_by_one_request()
    {
        var request = Changes().AddWithEnds(
            Group, [(new LdapMember(Ada), Now.AddHours(2)), (new LdapMember(Ben), Now.AddHours(1))], there: [Ada, "CN=Else,DC=regent,DC=example"], Now);

        Assert.Equal([$"Delete member: {Ada}", $"Add member: <TTL=7500,{Ada}> | <TTL=3900,{Ben}>"], Said(request));
    }

    [Fact]
    public void Who_is_there_under_another_spelling_is_there()
    {
        var request = Changes().AddWithEnds(
            Group, [(new LdapMember(Ben), Now.AddHours(1))], there: [@"cn=Smith\2C Ben, CN=Users,dc=regent,DC=example"], Now);

        Assert.Equal([$"Delete member: {Ben}", $"Add member: <TTL=3900,{Ben}>"], Said(request));
    }

    [Fact]
    public void An_end_is_taken_away_the_same_way()
    {
        var request = Changes().AddWithEnds(Group, [(new LdapMember(Ada), null)], there: [Ada], Now);

        Assert.Equal([$"Delete member: {Ada}", $"Add member: {Ada}"], Said(request));
    }

    [Fact]
    public void Members_by_sid_are_taken_out_by_their_name_and_put_in_by_their_sid()
    {
        var request = Changes().AddWithEnds(Group, [(new LdapMember(Ada, "<SID=S-1-5-21-7>"), Now.AddHours(1))], there: [Ada], Now);

        Assert.Equal([$"Delete member: {Ada}", "Add member: <TTL=3900,<SID=S-1-5-21-7>>"], Said(request));
    }

    [Fact]
    public void An_end_that_is_over_is_a_second_away_and_never_none()
    {
        var request = Changes().AddWithEnds(Group, [(new LdapMember(Ada), Now.AddHours(-1))], there: [Ada], Now);

        Assert.Equal($"Add member: <TTL=1,{Ada}>", Said(request)[^1]);
    }

    [Fact]
    public void A_request_with_ends_carries_no_control_that_would_pass_over_who_is_there()
    {
        Assert.Empty(Changes().AddWithEnds(Group, [(new LdapMember(Ada), Now.AddHours(1))], there: [Ada], Now).Controls);
    }

    private static LdapChanges Changes() => new(LdapTargetOptions.Read(new TargetSettings(new Dictionary<string, string>
    {
        ["servers"] = "ldaps://dc1.regent.example",
        ["flavour"] = "ActiveDirectory",
        ["bindDn"] = "regent@regent.example",
        ["bindPassword"] = "secret",
        ["peopleBase"] = "DC=regent,DC=example",
    })).Done());

    private static string[] Said(ModifyRequest request) => [.. request.Modifications.Cast<DirectoryAttributeModification>()
        .Select(one => $"{one.Operation} {one.Name}: {string.Join(" | ", one.GetValues(typeof(string)).Cast<string>())}")];
}
