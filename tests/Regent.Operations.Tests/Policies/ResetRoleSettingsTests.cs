using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Testing;

namespace Regent.Operations.Tests.Policies;

public sealed class ResetRoleSettingsTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Settings_are_given_back_once_and_on_record()
    {
        office.Demand(settings => settings with { MaximumDuration = TimeSpan.FromHours(2) });

        Assert.True((await ResetAsync()).Done());

        var now = await office.World.Policies.GetAsync(office.Role, Scope.Tenant, Office.Ct);
        Assert.Equal((2, new ActivationSettings().MaximumDuration), (now.Version, now.Activation.MaximumDuration));
        Assert.Single(office.Record);
        Assert.False((await ResetAsync()).Done());
        Assert.Single(office.Record);
    }

    [Fact]
    public async Task Only_administrators_give_settings_back() => Assert.Equal(
        RefusalCode.AuthorizationRequestDenied,
        (await office.The<ResetRoleSettings>().ExecuteAsync(office.As(office.Alan), office.Role, Scope.Tenant, Office.Ct)).Code());

    private Task<Outcome<bool>> ResetAsync() =>
        office.The<ResetRoleSettings>().ExecuteAsync(office.As(office.Ada), office.Role, Scope.Tenant, Office.Ct);
}
