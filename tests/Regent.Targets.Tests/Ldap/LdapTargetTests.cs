using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>Groups that hold DNs, through TLS from the first byte.</summary>
public sealed class LdapTargetMemberTests(OpenLdapFixture directory) : TargetContract, IClassFixture<OpenLdapFixture>
{
    protected override Task<TargetUnderTest> StartAsync() =>
        Task.FromResult<TargetUnderTest>(new OpenLdapUnderTest(directory.Server, "member", startsEncrypted: true));
}

/// <summary>Groups that hold DNs as unique names, through TLS that starts when asked.</summary>
public sealed class LdapTargetUniqueMemberTests(OpenLdapFixture directory) : TargetContract, IClassFixture<OpenLdapFixture>
{
    protected override Task<TargetUnderTest> StartAsync() =>
        Task.FromResult<TargetUnderTest>(new OpenLdapUnderTest(directory.Server, "uniqueMember", startsEncrypted: false));
}

/// <summary>Groups that hold uids.</summary>
public sealed class LdapTargetMemberUidTests(OpenLdapFixture directory) : TargetContract, IClassFixture<OpenLdapFixture>
{
    protected override Task<TargetUnderTest> StartAsync() =>
        Task.FromResult<TargetUnderTest>(new OpenLdapUnderTest(directory.Server, "memberUid", startsEncrypted: true));
}
