using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Kubernetes;

namespace Regent.Targets.Tests.Kubernetes;

/// <summary>Whose bindings Regent makes, sees and removes, and whose it leaves alone.</summary>
[Collection(SharedKubernetesServer.Name)]
public sealed class BindingTests(KubernetesServer server)
{
    private const string Grace = "grace@regent.example";

    private static readonly Holding View = new(Grace, "shop/ClusterRole/view");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_binding_of_somebody_else_is_seen_and_never_touched()
    {
        using var world = await WorldAsync();
        await using var target = world.Open();
        await world.AddBindingAsync("team", "shop", "ClusterRole", "view", label: null, Grace, "alan");
        await target.GrantAsync([new TargetGrant(View, Until: null)], Ct);

        var answer = Assert.Single(await target.RevokeAsync([View], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("the binding team", answer.Words, StringComparison.Ordinal);
        Assert.Equal(["team", "team"], (await world.BindingsAsync()).Select(one => one.Binding));
        Assert.Equal([Observation.Held], await target.ObserveAsync([View], Ct));
    }

    [Fact]
    public async Task A_binding_with_the_label_that_gives_others_something_too_is_left_alone()
    {
        using var world = await WorldAsync();
        await using var target = world.Open();
        await world.AddBindingAsync("shared", "shop", "ClusterRole", "view", RoleGift.Owner, Grace, "alan");

        Assert.Equal(TargetResult.Refused, Assert.Single(await target.RevokeAsync([View], Ct)).Result);

        Assert.Equal(2, (await world.BindingsAsync()).Count);
    }

    [Fact]
    public async Task A_binding_of_Regent_that_somebody_changed_is_made_anew()
    {
        using var world = await WorldAsync();
        await using var target = world.Open();
        await world.AddBindingAsync(NameOf(View), "shop", "ClusterRole", "view", RoleGift.Owner, "mallory");

        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([new TargetGrant(View, Until: null)], Ct));

        Assert.Equal(("User", Grace), Assert.Single(await world.BindingsAsync()) is var one ? (one.Kind, one.Subject) : default);
    }

    [Fact]
    public async Task A_binding_of_somebody_else_in_the_place_of_Regents_is_refused()
    {
        using var world = await WorldAsync();
        await using var target = world.Open();
        await world.AddBindingAsync(NameOf(View), "shop", "ClusterRole", "view", label: null, "mallory");

        var answer = Assert.Single(await target.GrantAsync([new TargetGrant(View, Until: null)], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("not Regent's", answer.Words, StringComparison.Ordinal);
        Assert.Equal("mallory", Assert.Single(await world.BindingsAsync()).Subject);
    }

    [Fact]
    public async Task A_role_that_Regent_may_not_give_is_refused_in_the_clusters_words()
    {
        using var world = await WorldAsync();
        await using var target = world.Open();
        await world.AddRoleAsync("cluster-admin");

        var answer = Assert.Single(await target.GrantAsync([new TargetGrant(new Holding(Grace, "ClusterRole/cluster-admin"), Until: null)], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("attempting to grant RBAC permissions not currently held", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Group", "on-call", "Group", "on-call")]
    [InlineData("ServiceAccount", "shop:robot", "ServiceAccount", "robot")]
    public async Task Accounts_are_what_the_setting_says(string kind, string account, string expectedKind, string expectedName)
    {
        using var world = await WorldAsync();
        await using var target = world.Open("accountsAre", kind);
        var holding = new Holding(account, "ClusterRole/view");

        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([new TargetGrant(holding, Until: null)], Ct));

        var made = Assert.Single(await world.BindingsAsync());
        Assert.Equal((expectedKind, expectedName), (made.Kind, made.Subject));
        Assert.Equal([holding], (await target.ListAsync(["ClusterRole/view"], Ct)).Holdings);
        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([holding], Ct));
        Assert.Empty(await world.BindingsAsync());
    }

    [Fact]
    public async Task A_user_called_like_a_group_is_a_user()
    {
        using var world = await WorldAsync();
        await using var target = world.Open();

        await target.GrantAsync([new TargetGrant(new Holding("system:masters", "ClusterRole/view"), Until: null)], Ct);

        Assert.Equal("User", Assert.Single(await world.BindingsAsync()).Kind);
    }

    [Fact]
    public async Task Many_bindings_are_read_page_by_page()
    {
        using var world = await WorldAsync();
        await using var target = world.Open();
        foreach (var number in Enumerable.Range(0, 501))
        {
            await world.AddBindingAsync($"b{number}", null, "ClusterRole", "view", label: null, $"user{number}");
        }

        Assert.Equal(501, (await target.ListAsync(["ClusterRole/view"], Ct)).Holdings.Count);
    }

    [Fact]
    public async Task A_busy_server_is_waited_for()
    {
        using var world = await WorldAsync();
        await using var target = world.Open();
        await world.BehaveAsync(new { answers = new[] { new { status = 429, headers = new Dictionary<string, string> { ["Retry-After"] = "1" } } } });

        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([new TargetGrant(View, Until: null)], Ct));
    }

    [Fact]
    public async Task A_token_that_is_not_known_is_found_by_the_check()
    {
        using var world = await WorldAsync();
        await using var target = world.Open("token", "another");

        var finding = Assert.Single(await target.CheckAsync(Ct));

        Assert.False(finding.IsGood);
        Assert.Contains("401", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_in_one_namespace_are_enough_where_that_is_all_that_Regent_manages()
    {
        using var world = await WorldAsync();
        await world.BehaveAsync(new
        {
            bindings = new[] { new { @namespace = "shop", rules = new[] { new { apiGroups = new[] { "*" }, resources = new[] { "*" }, verbs = new[] { "*" } } } } },
        });
        await using var everywhere = world.Open();
        await using var there = world.Open("namespaces", "shop");

        Assert.All(await everywhere.CheckAsync(Ct), finding => Assert.False(finding.IsGood));
        Assert.True(Assert.Single(await there.CheckAsync(Ct)).IsGood);
    }

    private static string NameOf(Holding holding)
    {
        Assert.True(RolePlace.TryParse(holding.Entitlement, out var place));
        return new RoleGift(place, BoundSubject.Of(holding.Account, SubjectKinds.User)!).Name;
    }

    private async Task<KubernetesWorld> WorldAsync()
    {
        var world = await server.MakeAsync("view");
        await world.AddRoleAsync("view");
        return world;
    }
}
