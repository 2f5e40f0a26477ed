using Regent.Core.Alerts;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Alerts;

public sealed class ActivationSequencesTests
{
    private static readonly DateTimeOffset Noon = Make.Noon;

    private readonly AlertConfiguration configuration = AlertConfiguration.Default(AlertKind.SequentialActivationRenewals)
        .With(AlertThreshold.Activations, 3).With(AlertThreshold.PauseSeconds, 10);

    private readonly PrincipalId ada = Make.User("Ada").Id;

    [Fact]
    public void Activations_that_follow_each_other_at_once_are_one()
    {
        var row = new[] { At(0, 60), At(60, 120, seconds: 10), At(120, 180, seconds: 5) };

        var found = Assert.IsType<AlertIncident.OfActivations>(Assert.Single(ActivationSequences.Find(row.Reverse(), configuration)));

        Assert.Equal((row[0], 3, row[2]), (found.First, found.Count, found.Last));
        Assert.Equal((row[0].Id.Value, row[2].Period.Start, ada), (found.Id, found.Since, found.Assignee!.Value));
    }

    [Fact]
    public void A_longer_pause_breaks_the_row() =>
        Assert.Empty(ActivationSequences.Find([At(0, 60), At(60, 120), At(120, 180, seconds: 11)], configuration));

    [Fact]
    public void The_end_that_counts_is_the_one_it_came_to() => Assert.Empty(ActivationSequences.Find(
        [At(0, 60), At(60, 120), At(120, 180) with { EndedAt = Noon.AddMinutes(150) }, At(180, 240)],
        configuration.With(AlertThreshold.Activations, 4)));

    [Fact]
    public void Another_person_or_role_is_another_row()
    {
        var other = Make.User("Alan").Id;

        Assert.Empty(ActivationSequences.Find([At(0, 60), At(60, 120, who: other), At(120, 180)], configuration));
        Assert.Empty(ActivationSequences.Find([At(0, 60), At(60, 120, role: DirectoryRoles.GlobalReader), At(120, 180)], configuration));
    }

    [Fact]
    public void Each_row_of_a_person_is_one_the_latest_first()
    {
        var found = ActivationSequences.Find(
            [At(0, 60), At(60, 120), At(120, 180), At(300, 360), At(360, 420), At(420, 480), At(480, 540)], configuration);

        Assert.Equal([(4, Noon.AddMinutes(480)), (3, Noon.AddMinutes(120))], found.Select(one => (((AlertIncident.OfActivations)one).Count, one.Since)));
    }

    [Fact]
    public void No_activations_make_no_row() => Assert.Empty(ActivationSequences.Find([], configuration));

    private Schedule At(int from, int to, int seconds = 0, PrincipalId? who = null, RoleDefinitionId? role = null) => Make.Activation(
        Make.Eligibility(ada, role ?? DirectoryRoles.UserAdministrator, Noon.AddDays(-1)), who ?? ada,
        Noon.AddMinutes(from).AddSeconds(seconds), Noon.AddMinutes(to));
}
