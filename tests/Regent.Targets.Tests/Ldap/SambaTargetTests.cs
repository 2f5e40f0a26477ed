using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>Groups of Active Directory, with members by DN.</summary>
[Collection(SambaFixture.Name)]
public sealed class SambaTargetTests(SambaFixture directory) : TargetContract
{
    protected override Task<TargetUnderTest> StartAsync() => Task.FromResult<TargetUnderTest>(new SambaUnderTest(directory.Domain, byUpnAndSid: false));
}

/// <summary>Groups of Active Directory, with members by SID.</summary>
[Collection(SambaFixture.Name)]
public sealed class SambaTargetBySidTests(SambaFixture directory) : TargetContract
{
    protected override Task<TargetUnderTest> StartAsync() => Task.FromResult<TargetUnderTest>(new SambaUnderTest(directory.Domain, byUpnAndSid: true));
}
