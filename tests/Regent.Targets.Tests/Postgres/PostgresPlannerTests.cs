using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Postgres;

namespace Regent.Targets.Tests.Postgres;

/// <summary>The statements, as the versions of PostgreSQL have them.</summary>
public sealed class PostgresPlannerTests
{
    private static readonly LoginMarks Marks = new(TargetId.At(DateTimeOffset.UnixEpoch));

    private static readonly Holding Ann = new("ann", "o\"dd");

    [Theory]
    [InlineData(15, true, true, "grant \"o\"\"dd\" to \"ann\"")]
    [InlineData(16, true, true, "grant \"o\"\"dd\" to \"ann\" with inherit True, set True")]
    [InlineData(18, false, true, "grant \"o\"\"dd\" to \"ann\" with inherit False, set True")]
    [InlineData(16, true, false, "grant \"o\"\"dd\" to \"ann\" with inherit True, set False")]
    public void A_grant_says_what_the_version_can(int version, bool inherit, bool set, string text)
    {
        var change = Granting(inherit, set).Plan([new TargetGrant(Ann, Until: null)], Facts(version));

        Assert.Equal([text], change.Statements);
        Assert.Equal([null], change.Answers);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void What_the_version_cannot_hold_back_is_not_given(bool inherit, bool set)
    {
        var change = Granting(inherit, set).Plan([new TargetGrant(Ann, Until: null)], Facts(15));

        Assert.Empty(change.Statements);
        Assert.Equal(TargetResult.Refused, Assert.Single(change.Answers)?.Result);
    }

    [Fact]
    public void A_grant_with_other_options_is_given_again()
    {
        var facts = Facts(16, (Ann, new Membership("regent", Inherit: true, Set: true)));

        Assert.Equal([TargetAnswer.Done], Granting(true, true).Plan([new TargetGrant(Ann, Until: null)], facts).Answers);
        Assert.Single(Granting(false, true).Plan([new TargetGrant(Ann, Until: null)], facts).Statements);
    }

    [Fact]
    public void Since_version_16_what_each_grantor_gave_is_taken_back()
    {
        var facts = Facts(
            16, (Ann, new Membership("regent", Inherit: true, Set: true)), (Ann, new Membership("postgres", Inherit: true, Set: true)));

        Assert.Equal(
            ["revoke \"o\"\"dd\" from \"ann\" granted by \"regent\"", "revoke \"o\"\"dd\" from \"ann\" granted by \"postgres\""],
            new RevokePlanner(Marks).Plan([Ann], facts).Statements);
    }

    [Fact]
    public void Many_of_one_role_are_one_statement()
    {
        var ben = Ann with { Account = "ben" };
        var facts = Facts(15, (Ann, new Membership("regent", true, true)), (ben, new Membership("postgres", true, true)));

        Assert.Equal(["revoke \"o\"\"dd\" from \"ann\", \"ben\""], new RevokePlanner(Marks).Plan([Ann, ben, Ann], facts).Statements);
    }

    [Theory]
    [InlineData("host", "", "missing")]
    [InlineData("host", "a,b", "one server")]
    [InlineData("port", "70000", "from 1 to 65535")]
    [InlineData("timeoutSeconds", "soon", "from 1 to 300")]
    [InlineData("inherit", "maybe", "true or false")]
    [InlineData("caCertificates", "no certificate", "PEM")]
    public void A_setting_that_cannot_be_is_named(string name, string value, string words)
    {
        var settings = new TargetSettings(new Dictionary<string, string> { ["host"] = "db", ["user"] = "regent" }).With([new(name, value)]);

        var refusal = Assert.Single(Assert.IsType<Outcome<PostgresTargetOptions>.Refused>(PostgresTargetOptions.Read(settings)).Reasons);

        Assert.Equal((RefusalCode.InvalidTarget, name), (refusal.Code, refusal.Target));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    private static GrantPlanner Granting(bool inherit, bool set)
    {
        var settings = new TargetSettings(new Dictionary<string, string> { ["host"] = "db", ["user"] = "regent" });
        var options = Assert.IsType<Outcome<PostgresTargetOptions>.Done>(PostgresTargetOptions.Read(settings)).Value;
        return new GrantPlanner(options with { Inherit = inherit, Set = set }, Marks);
    }

    private static RoleFacts Facts(int version, params (Holding Holding, Membership Membership)[] memberships)
    {
        var role = new DatabaseRole(CanLogin: true, IsSuperuser: false, Comment: null, DateTimeOffset.MaxValue, Memberships: 0);
        var roles = new[] { "ann", "ben", "o\"dd" }.ToDictionary(name => name, _ => role);
        return new RoleFacts(version, "regent", DateTimeOffset.UnixEpoch, roles, memberships.ToLookup(one => one.Holding, one => one.Membership));
    }
}
