using Bunit;
using Regent.Core.Policies;
using Regent.Core.Roles;

namespace Regent.Portal.Tests.Pages.Settings;

/// <summary>One role's settings at a group or a scope of resources, which no other scope inherits.</summary>
public sealed class SettingsAtScopesTests : SettingsContext
{
    [Fact]
    public async Task What_is_saved_at_a_scope_holds_there_alone()
    {
        var page = Show(ResourceRoles.Contributor, $"?scope={Shop}&edit=1");
        Assert.Equal("Contributor▲ , privileged role at Web shop", Plain(page.Find("h1").TextContent));

        page.Find("#maximum").Input("2");
        await ReviewAsync(page);
        await SaveAsync(page);

        Assert.Equal(TimeSpan.FromHours(1), (await PolicyAsync(ResourceRoles.Contributor, Shop)).Activation.MaximumDuration);
        Assert.Equal(0, (await PolicyAsync(ResourceRoles.Contributor, At($"{Shop}/resourceGroups/rg-web"))).Version);
        Assert.Equal($"/role-settings/{ResourceRoles.Contributor}?scope={Shop}", Here);
    }

    [Fact]
    public async Task The_owner_of_a_group_changes_its_settings_without_being_a_reader_of_anything()
    {
        SignIn(AddOwner("Barbara Liskov"));

        Assert.NotEmpty(Show(GroupRoles.Member, $"?scope={OfOperators}").FindAll("[data-testid=edit]"));
        var page = Show(GroupRoles.Member, $"?scope={OfOperators}&edit=1");
        page.Find("[data-testid=requires-ticket]").Change(true);
        await ReviewAsync(page);
        await SaveAsync(page);

        Assert.True((await PolicyAsync(GroupRoles.Member, OfOperators)).Activation.RequiresTicket);
        Assert.NotEmpty(Show(GroupRoles.Member, $"?scope={Scope.OfGroup(World.AddGroup("Others").Id)}").FindAll("[data-testid=empty]"));
    }

    [Fact]
    public void Who_only_reads_a_scope_cannot_change_it()
    {
        var reader = World.AddUser("Katherine Johnson");
        World.Add(Testing.Make.Assignment(reader.Id, ResourceRoles.Reader, World.Now.AddHours(-1)) with { Scope = Shop });
        SignIn(reader);

        var page = Show(ResourceRoles.Contributor, $"?scope={Shop}&edit=1");

        Assert.NotEmpty(page.FindAll("[data-testid=setting]"));
        Assert.Empty(page.FindAll("[data-testid=edit], #settings-form"));
    }

    [Fact]
    public void Who_could_activate_what_opens_the_place_is_offered_that_and_nothing_that_opens_another()
    {
        var alan = World.AddUser("Alan Turing");
        SignIn(alan);
        World.Add(Testing.Make.Eligibility(alan.Id, GroupRoles.Owner, World.Now.AddHours(-1)) with { Scope = OfOperators });

        Assert.Equal(
            $"/my-roles?activate={GroupRoles.Owner}@{OfOperators}",
            Show(GroupRoles.Member, $"?scope={OfOperators}").Find("[data-testid=activate-right]").GetAttribute("href"));
        Assert.Empty(Show(GroupRoles.Member, $"?scope={Scope.OfGroup(World.AddGroup("Others").Id)}").FindAll("[data-testid=activate-right]"));
        Assert.Empty(Show(Exchange.Id).FindAll("[data-testid=activate-right]"));
    }

    [Fact]
    public void The_defaults_are_those_of_the_role_system()
    {
        Assert.Equal("Allow permanent eligible assignment No", Lines(Show(GroupRoles.Member, $"?scope={OfOperators}&tab=assignment"))[0]);
        Assert.Equal("Allow permanent eligible assignment Yes", Lines(Show(Exchange.Id, "?tab=assignment"))[0]);
    }

    [Fact]
    public async Task Outside_the_directory_approval_needs_somebody_named()
    {
        var page = Show(GroupRoles.Member, $"?scope={OfOperators}&edit=1&tab=assignment");

        page.Find("[data-testid=requires-approval]").Change(true);
        await ReviewAsync(page);

        Assert.Contains("Name at least one", page.Find("#approvers-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=settings-review]"));
        Assert.DoesNotContain("tab=", Here, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?scope=/somewhere", "“/somewhere” is no scope")]
    [InlineData("?scope=/subscriptions/0198f1a2-7c00-7000-8000-00000000000a", "is about one group")]
    [InlineData("?scope=/groups/0198f1a2-7c00-7000-8000-00000000000f", "There is no such scope")]
    public void An_address_of_no_settings_is_refused_with_what_is_wrong(string query, string words) =>
        Assert.Contains(words, Show(GroupRoles.Member, query).Find("[data-testid=refused]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void When_all_approvers_are_gone_the_page_says_who_decides_and_leads_to_naming_others()
    {
        World.Set(GroupRoles.Member, OfOperators, new ActivationSettings { RequiresApproval = true, Approvers = [AddGone("Long Gone").Id] });

        var warning = Show(GroupRoles.Member, $"?scope={OfOperators}&tab=notifications").Find("[data-testid=lapsed]");

        Assert.Equal("alert", warning.GetAttribute("role"));
        Assert.Contains("Long Gone can decide no longer", Plain(warning.TextContent), StringComparison.Ordinal);
        var others = warning.QuerySelector("[data-testid=name-others]")!.GetAttribute("href");
        Assert.EndsWith($"/role-settings/{GroupRoles.Member}?scope={OfOperators}&edit=1", others, StringComparison.Ordinal);
    }
}
