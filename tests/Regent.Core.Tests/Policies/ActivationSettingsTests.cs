using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Roles;

namespace Regent.Core.Tests.Policies;

public sealed class ActivationSettingsTests
{
    [Theory]
    [InlineData("00:30:00")]
    [InlineData("01:00:00")]
    [InlineData("08:00:00")]
    [InlineData("23:30:00")]
    [InlineData("1.00:00:00")]
    public void A_maximum_in_steps_of_half_an_hour_up_to_a_day_can_be_saved(string maximum) =>
        Assert.Empty(new ActivationSettings { MaximumDuration = TimeSpan.Parse(maximum, null) }.Check());

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("00:29:59")]
    [InlineData("00:45:00")]
    [InlineData("00:30:00.0000001")]
    [InlineData("1.00:30:00")]
    [InlineData("-00:30:00")]
    [InlineData("10675199.02:48:05.4775807")]
    [InlineData("-10675199.02:48:05.4775808")]
    public void Any_other_maximum_is_refused(string maximum) => Assert.Equal(
        RefusalCode.InvalidPolicy, Assert.Single(new ActivationSettings { MaximumDuration = TimeSpan.Parse(maximum, null) }.Check()).Code);

    [Fact]
    public void A_role_nobody_has_changed_has_the_defaults_of_the_reference()
    {
        var policy = RolePolicy.Default(DirectoryRoles.GlobalReader, Scope.Tenant);

        Assert.Equal(0, policy.Version);
        Assert.Equivalent(
            new { MaximumDuration = TimeSpan.FromHours(8), RequiresJustification = true, RequiresTicket = false, RequiresMfa = false, RequiresApproval = false },
            policy.Activation);
        Assert.Empty(policy.Activation.Approvers);
        Assert.Equivalent(
            new AssignmentSettings { AllowsPermanent = true, MaximumDuration = TimeSpan.FromDays(365) },
            policy.For(ScheduleKind.Eligibility), strict: true);
        Assert.Equivalent(
            new AssignmentSettings { AllowsPermanent = true, MaximumDuration = TimeSpan.FromDays(180), RequiresJustification = true },
            policy.For(ScheduleKind.Assignment), strict: true);
    }
}
