using Regent.Core.Alerts;

namespace Regent.Core.Tests.Alerts;

public sealed class AlertConfigurationTests
{
    [Fact]
    public void Every_alert_is_defined_once() =>
        Assert.Equal(Enum.GetValues<AlertKind>(), AlertDefinitions.All.Select(definition => definition.Kind).Order());

    [Fact]
    public void The_default_of_every_alert_can_be_saved() =>
        Assert.All(AlertDefinitions.All, definition => Assert.Empty(AlertConfiguration.Default(definition.Kind).Check()));

    [Theory]
    [InlineData(AlertKind.StaleSignIn, AlertThreshold.Days, 1, 365)]
    [InlineData(AlertKind.RedundantAssignment, AlertThreshold.Days, 0, 100)]
    [InlineData(AlertKind.TooManyGlobalAdminsAssignedToTenant, AlertThreshold.Administrators, 2, 100)]
    [InlineData(AlertKind.TooManyGlobalAdminsAssignedToTenant, AlertThreshold.Share, 0, 100)]
    [InlineData(AlertKind.SequentialActivationRenewals, AlertThreshold.Activations, 2, 100)]
    public void A_number_lies_in_its_range(AlertKind kind, AlertThreshold threshold, int least, int most)
    {
        Assert.Empty(With(least).Check());
        Assert.Empty(With(most).Check());
        Assert.Equal(RefusalCode.InvalidAlertConfiguration, Assert.Single(With(least - 1).Check()).Code);
        Assert.Equal(RefusalCode.InvalidAlertConfiguration, Assert.Single(With(most + 1).Check()).Code);

        AlertConfiguration With(int value) => AlertConfiguration.Default(kind).With(threshold, value);
    }

    [Fact]
    public void A_number_the_alert_does_not_go_by_changes_nothing()
    {
        var before = AlertConfiguration.Default(AlertKind.NoMfaOnRoleActivation);

        Assert.Equal(before, before.With(AlertThreshold.Days, 5));
    }

    [Fact]
    public void Configurations_with_other_numbers_are_others()
    {
        var before = AlertConfiguration.Default(AlertKind.StaleSignIn);

        Assert.NotEqual(before, before.With(AlertThreshold.Days, 5));
        Assert.Equal(before, before.With(AlertThreshold.Days, 5).With(AlertThreshold.Days, 30));
    }
}
