using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.Tokens;

namespace Regent.Server.Tests.Targets;

/// <summary>What is special about a tenant of Microsoft Entra as a target.</summary>
public sealed class EntraMannersTests(SecureServer server) : IClassFixture<SecureServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Access_ends_there_by_itself_five_minutes_after_the_end_of_the_ledger()
    {
        await using var system = await StartAsync();
        var holding = new Holding(system.Accounts[0], system.Entitlements[0]);
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal([TargetAnswer.Done], await system.Target.GrantAsync([new TargetGrant(holding, now.AddMinutes(20))], Ct));
        Assert.Equal([TargetAnswer.Done], await system.Target.GrantAsync([new TargetGrant(holding, now.AddMinutes(30))], Ct));

        server.Clock.Advance(TimeSpan.FromMinutes(33));
        Assert.Equal([Observation.Held], await system.Target.ObserveAsync([holding], Ct));
        server.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal([Observation.Absent], await system.Target.ObserveAsync([holding], Ct));
    }

    [Fact]
    public async Task What_is_too_young_to_be_taken_back_is_told_in_the_tenants_words_and_ends_when_that_is_over()
    {
        await using var system = await StartAsync();
        var mine = new Holding("alan@regent.example", system.Entitlements[0]);
        await system.Target.GrantAsync([new TargetGrant(mine, Until: null)], Ct);
        var given = server.Clock.GetUtcNow();
        await using var hasty = Open(system, await ProgramAsync());

        var answer = Assert.Single(await hasty.RevokeAsync([mine], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("ActiveDurationTooShort", answer.Words, StringComparison.Ordinal);
        Assert.Contains("It ends there by itself", answer.Words, StringComparison.Ordinal);
        Assert.InRange(answer.RetryAt!.Value, given.AddMinutes(5), given.AddMinutes(5).AddSeconds(5));
        Assert.Equal([Observation.Held], await hasty.ObserveAsync([mine], Ct));
        server.Clock.Advance(answer.RetryAt.Value - server.Clock.GetUtcNow());
        Assert.Equal([Observation.Absent], await hasty.ObserveAsync([mine], Ct));
        Assert.Equal([TargetAnswer.Done], await hasty.RevokeAsync([mine], Ct));
    }

    [Fact]
    public async Task What_somebody_activated_there_is_neither_taken_over_nor_taken_away()
    {
        await using var system = await StartAsync();
        var theirs = new Holding("alan@regent.example", system.Entitlements[1]);
        await server.ActivateAsync("alan", new RoleDefinitionId(Guid.Parse(system.Entitlements[1])), Scope.Tenant);

        var answer = Assert.Single(await system.Target.GrantAsync([new TargetGrant(theirs, Until: null)], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("activated it there by themselves", answer.Words, StringComparison.Ordinal);
        Assert.Equal([Observation.Absent], await system.Target.ObserveAsync([theirs], Ct));
        Assert.Empty((await system.Target.ListAsync([theirs.Entitlement], Ct)).Holdings);
        Assert.Equal([TargetAnswer.Done], await system.Target.RevokeAsync([theirs], Ct));
        Assert.Equal(new HashSet<Holding> { theirs }, await system.HeldAsync(Ct));
        server.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await system.HeldAsync(Ct));
    }

    [Fact]
    public async Task A_role_in_an_administrative_unit_is_not_the_role_in_the_whole_tenant()
    {
        await using var system = await StartAsync();
        var inUnit = new Holding(system.Accounts[0], $"{system.Entitlements[0]} @ /administrativeUnits/5a1e0000-0000-4000-8000-000000000003");
        var everywhere = inUnit with { Entitlement = system.Entitlements[0] };

        Assert.Equal([TargetAnswer.Done], await system.Target.GrantAsync([new TargetGrant(inUnit, Until: null)], Ct));

        Assert.Equal([Observation.Held, Observation.Absent], await system.Target.ObserveAsync([inUnit, everywhere], Ct));
        Assert.Equal([inUnit], (await system.Target.ListAsync([inUnit.Entitlement, everywhere.Entitlement], Ct)).Holdings);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_stands_in_nobodys_words()
    {
        await using var system = await StartAsync();
        var program = await ProgramAsync();
        program.Secret = "wrong-secret-of-somebody";
        await using var target = Open(system, program);

        var findings = await target.CheckAsync(Ct);
        var answer = Assert.Single(await target.GrantAsync([new TargetGrant(new Holding(system.Accounts[0], system.Entitlements[0]), Until: null)], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("invalid_client", answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(program.Secret, string.Join(' ', findings.Select(finding => finding.Words).Append(answer.Words)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tenant", "a/../b")]
    [InlineData("clientId", "regent")]
    [InlineData("clientSecret", "")]
    [InlineData("certificate", "no certificate")]
    [InlineData("graphUrl", "http://graph.example")]
    [InlineData("authority", "login.example")]
    [InlineData("caCertificates", "no certificate")]
    [InlineData("timeoutSeconds", "0")]
    [InlineData("timeBound", "perhaps")]
    public async Task A_setting_that_is_wrong_is_named(string name, string text)
    {
        await using var system = await StartAsync();
        var program = await ProgramAsync();

        var refused = Assert.IsType<Outcome<ITarget>.Refused>(
            SecondRegent.Open(TargetKind.Entra, server.Settings(program, system.Proxy.Port, name, text)));

        Assert.Contains(name, refused.Reasons.Select(reason => reason.Target));
    }

    [Fact]
    public async Task A_certificate_with_its_key_stands_in_for_a_secret()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Regent", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var pem = certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();

        var opened = SecondRegent.Open(
            TargetKind.Entra, server.Settings(await ProgramAsync(), server.Port(), "clientSecret", "", "certificate", pem));

        await Assert.IsType<Outcome<ITarget>.Done>(opened).Value.DisposeAsync();
    }

    private Task<EntraUnderTest> StartAsync() => EntraUnderTest.StartAsync(server, "RoleAssignmentSchedule.ReadWrite.Directory");

    private Task<OAuthProgram> ProgramAsync() => OAuthProgram.ConfidentialAsync(
        server, "RoleAssignmentSchedule.ReadWrite.Directory", "RoleManagement.Read.Directory", "User.ReadBasic.All");

    private ITarget Open(EntraUnderTest system, OAuthProgram program) =>
        Assert.IsType<Outcome<ITarget>.Done>(SecondRegent.Open(TargetKind.Entra, server.Settings(program, system.Proxy.Port))).Value;
}
