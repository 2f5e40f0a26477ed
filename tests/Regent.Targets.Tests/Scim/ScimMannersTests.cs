using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Tests.Scim;

/// <summary>What applications do besides answering: they are busy, count pages, lose races, have odd names and odd ideas of filters.</summary>
[Collection(SharedScimApplication.Name)]
public sealed class ScimMannersTests(ScimApplication application)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static object People(int count) => Enumerable.Range(0, count).Select(n => new { id = $"u-{n}", userName = $"person{n}@regent.example" });

    private static object[] OneGroup => [new { id = "g", displayName = "Editors" }];

    [Fact]
    public async Task A_busy_application_is_waited_for_as_long_as_it_asks()
    {
        using var world = await application.MakeAsync(new
        {
            users = People(1),
            groups = OneGroup,
            answers = new[] { new { status = 429, headers = new Dictionary<string, string> { ["Retry-After"] = "1" } } },
        });
        await using var target = world.Open();

        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([Grant("person0@regent.example")], Ct));
    }

    [Fact]
    public async Task An_application_that_is_busy_for_longer_than_a_call_may_take_is_unreachable()
    {
        using var world = await application.MakeAsync(new
        {
            users = People(1),
            groups = OneGroup,
            answers = new[] { new { status = 429, headers = new Dictionary<string, string> { ["Retry-After"] = "60" } } },
        });
        await using var target = world.Open();

        var answer = Assert.Single(await target.GrantAsync([Grant("person0@regent.example")], Ct));

        Assert.Equal(TargetResult.Unreachable, answer.Result);
        Assert.Contains("60 seconds", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rfc")]
    [InlineData("entra")]
    [InlineData("put")]
    public async Task What_somebody_else_changes_in_between_stays(string dialect)
    {
        using var world = await application.MakeAsync(new { users = People(4), groups = OneGroup, demandsVersions = true, meanwhile = new[] { "u-2", "u-3" } });
        await using var target = world.Open("patch", dialect);

        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([Grant("person0@regent.example")], Ct));

        Assert.Equal(["u-0", "u-2", "u-3"], (await world.MembersAsync()).Select(one => one.Member).Order());
    }

    [Fact]
    public async Task A_group_that_changes_all_the_time_is_given_up()
    {
        using var world = await application.MakeAsync(new { users = People(40), groups = OneGroup, meanwhile = Enumerable.Range(10, 20).Select(n => $"u-{n}") });
        await using var target = world.Open("patch", "put");

        var answer = Assert.Single(await target.GrantAsync([Grant("person0@regent.example")], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("changed meanwhile", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_found_page_by_page_and_changed_in_portions()
    {
        using var world = await application.MakeAsync(new { users = People(60), groups = OneGroup, pageSize = 7 });
        await using var target = world.Open("batchSize", "25");
        var all = Enumerable.Range(0, 60).Select(n => new Holding($"person{n}@regent.example", "Editors")).ToArray();

        Assert.All(await target.GrantAsync([.. all.Select(one => new TargetGrant(one, Until: null))], Ct), answer => Assert.Equal(TargetAnswer.Done, answer));

        Assert.Equal(3, (await world.CallsAsync()).Count(call => call.StartsWith("PATCH", StringComparison.Ordinal)));
        Assert.Equal(all.ToHashSet(), (await target.ListAsync(["Editors"], Ct)).Holdings.ToHashSet());
        Assert.All(await target.ObserveAsync(all, Ct), seen => Assert.True(seen.IsHeld));
    }

    [Fact]
    public async Task One_who_may_not_be_in_a_group_does_not_hold_up_the_others()
    {
        using var world = await application.MakeAsync(new { users = People(3), groups = OneGroup, shunned = new[] { "u-1" } });
        await using var target = world.Open();

        var answers = await target.GrantAsync([.. Enumerable.Range(0, 3).Select(n => Grant($"person{n}@regent.example"))], Ct);

        Assert.Equal([TargetResult.Done, TargetResult.Refused, TargetResult.Done], answers.Select(answer => answer.Result));
        Assert.Contains("One of them may not be in a group", answers[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_takes_one_comparison_only_is_asked_for_each()
    {
        using var world = await application.MakeAsync(new { users = People(5), groups = OneGroup, noOr = true });
        await using var target = world.Open();

        var answers = await target.GrantAsync([.. Enumerable.Range(0, 6).Select(n => Grant($"person{n}@regent.example"))], Ct);

        Assert.Equal(5, answers.Count(answer => answer.IsDone));
        Assert.Equal(TargetResult.UnknownAccount, answers[5].Result);
    }

    [Fact]
    public async Task A_name_that_means_two_is_refused()
    {
        using var world = await application.MakeAsync(new
        {
            users = People(1),
            groups = new[] { new { id = "g", displayName = "Editors" }, new { id = "h", displayName = "Editors" } },
        });
        await using var target = world.Open();

        var answer = Assert.Single(await target.GrantAsync([Grant("person0@regent.example")], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("More than one", answer.Words, StringComparison.Ordinal);
        Assert.Empty(await world.MembersAsync());
    }

    [Theory]
    [InlineData("externalId", "id", "e-1", "g")]
    [InlineData("emails.value", "externalId", "Ada@Mail.Example", "x-1")]
    public async Task Accounts_and_groups_are_called_by_what_was_chosen(string usersBy, string groupsBy, string account, string entitlement)
    {
        using var world = await application.MakeAsync(new
        {
            users = new[] { new { id = "u", userName = "ada", externalId = "e-1", emails = new[] { new { value = "Ada@Mail.Example" } } } },
            groups = new[] { new { id = "g", displayName = "Editors", externalId = "x-1" } },
        });
        await using var target = world.Open("usersBy", usersBy, "groupsBy", groupsBy);
        var holding = new Holding(account, entitlement);

        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([new TargetGrant(holding, Until: null)], Ct));

        Assert.Equal([("u", "g")], await world.MembersAsync());
        Assert.Equal([holding], (await target.ListAsync([entitlement], Ct)).Holdings);
    }

    [Fact]
    public async Task A_member_that_is_no_user_is_listed_by_its_id_and_can_be_removed()
    {
        using var world = await application.MakeAsync(new
        {
            users = People(1),
            groups = new object[] { new { id = "g", displayName = "Editors", members = new[] { new { value = "h" } } }, new { id = "h", displayName = "Others" } },
        });
        await using var target = world.Open();

        var found = Assert.Single((await target.ListAsync(["Editors"], Ct)).Holdings);
        Assert.Equal(new Holding("id:h", "Editors"), found);
        Assert.Equal([Observation.Held], await target.ObserveAsync([found], Ct));
        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([found], Ct));

        Assert.Empty(await world.MembersAsync());
        Assert.Equal(TargetResult.UnknownAccount, Assert.Single(await target.GrantAsync([new TargetGrant(found, Until: null)], Ct)).Result);
    }

    private static TargetGrant Grant(string account) => new(new Holding(account, "Editors"), Until: null);
}
