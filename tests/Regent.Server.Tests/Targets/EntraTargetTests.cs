using Regent.Server.Tests.Hosting;
using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Server.Tests.Targets;

/// <summary>What every target promises, kept where roles are given with an end.</summary>
public sealed class EntraTargetTests(SecureServer server) : TargetContract, IClassFixture<SecureServer>
{
    protected override async Task<TargetUnderTest> StartAsync() => await EntraUnderTest.StartAsync(server, "RoleAssignmentSchedule.ReadWrite.Directory");
}
