using Regent.Core.Apps;
using Regent.Core.Principals;
using Regent.Testing;

namespace Regent.Core.Tests.Apps;

public sealed class RegisteredAppTests
{
    private static readonly RegisteredApp Blank = new(new AppId(Make.NewId()), new PrincipalId(Make.NewId()), "Report");

    [Fact]
    public void A_program_that_keeps_no_secret_never_acts_for_itself()
    {
        Assert.Empty((Blank with { IsPublic = true, AllowsDevices = true, Delegated = ["Roles.Read"] }).Flaws());
        Assert.Empty((Blank with { Application = ["Roles.Read"] }).Flaws());
        Assert.Single((Blank with { IsPublic = true, Application = ["Roles.Read"] }).Flaws());
        Assert.Single((Blank with { AllowsDevices = true }).Flaws());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("two\nlines")]
    public void A_program_has_a_name_of_one_line(string name) =>
        Assert.Equal(RefusalCode.InvalidAppRegistration, Assert.Single((Blank with { Name = name }).Flaws()).Code);

    [Fact]
    public void A_secret_is_met_by_its_value_until_it_ends()
    {
        var secret = AppSecret.Of("rgs_0123456789", Make.Noon, TimeSpan.FromDays(1));

        Assert.True(secret.IsMetBy("rgs_0123456789", Make.Noon.AddHours(23)));
        Assert.False(secret.IsMetBy("rgs_0123456788", Make.Noon));
        Assert.False(secret.IsMetBy("rgs_0123456789", Make.Noon.AddDays(1)));
        Assert.Equal("rgs_0123", secret.Hint);
        Assert.DoesNotContain("456789", secret.ToString(), StringComparison.Ordinal);
        Assert.Equal(Make.Noon + AppSecret.Longest, AppSecret.Of("rgs_0123456789", Make.Noon, TimeSpan.FromDays(9999)).EndsAt);
    }
}
