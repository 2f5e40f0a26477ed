using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Portal.Layout;
using Regent.Testing;

namespace Regent.Portal.Tests.Layout;

public sealed class FrameTests : PortalContext
{
    private readonly Principal alan;

    public FrameTests()
    {
        alan = World.AddUser("Alan Turing");
        SignIn(alan);
    }

    [Fact]
    public void The_navigation_holds_only_what_this_person_may_open()
    {
        var frame = Frame<Navigation>();
        frame.WaitForAssertion(() => Assert.DoesNotContain(Links(frame), link => link is "/assignments" or "/audit" or "/role-settings"));

        World.Add(Make.Role("Global Reader") with { Id = DirectoryRoles.GlobalReader });
        World.Assign(alan, DirectoryRoles.GlobalReader);

        frame.WaitForAssertion(() => Assert.Contains("/assignments", Links(frame)), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Who_manages_one_place_finds_the_pages_about_it()
    {
        string[] managing = ["/assignments", "/resources", "/groups", "/administrative-units", "/role-settings"];
        var estate = new Estate(World);
        var frame = Frame<Navigation>();
        frame.WaitForAssertion(() => Assert.Empty(managing.Intersect(Links(frame))));

        estate.Assign(alan, GroupRoles.Owner, estate.OfEngineers);
        frame.WaitForAssertion(
            () => Assert.Equal(["/assignments", "/groups", "/role-settings"], managing.Intersect(Links(frame))), TimeSpan.FromSeconds(5));

        estate.Assign(alan, ResourceRoles.Reader, estate.Shop);
        frame.WaitForAssertion(() => Assert.Contains("/resources", Links(frame)), TimeSpan.FromSeconds(5));
        Assert.DoesNotContain("/administrative-units", Links(frame));
    }

    [Theory]
    [InlineData(MailDelivery.Kept, true)]
    [InlineData(MailDelivery.Sent, false)]
    public void The_mailbox_stands_in_the_navigation_only_where_mails_are_kept(MailDelivery delivery, bool stands)
    {
        World.Mailer.Delivery = delivery;

        var frame = Frame<Navigation>();
        frame.WaitForAssertion(() => Assert.Contains("/my-history", Links(frame)));
        var box = Frame<JumpBox>();
        box.Find("input").Input("mailbox");

        Assert.Equal(stands, Links(frame).Contains("/mailbox"));
        Assert.Equal(stands ? ["Mailbox"] : [], box.FindAll("[role=option] span:not([class])").Select(option => option.TextContent));
    }

    [Fact]
    public void What_waits_is_counted_beside_its_place()
    {
        World.Add(Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator });
        World.Assign(alan, DirectoryRoles.GlobalAdministrator);
        var grace = World.AddUser("Grace Hopper");
        World.Add(Make.Pending(grace.Id, World.AddRole("User Administrator").Id, World.Now));

        var frame = Frame<Navigation>();

        frame.WaitForAssertion(() => Assert.Equal("1 waiting", frame.Find("[data-testid=waiting]").TextContent));
    }

    [Fact]
    public void The_pill_counts_what_is_active_and_shows_what_ends_first()
    {
        foreach (var (name, hours) in new[] { ("User Administrator", 3), ("Exchange Administrator", 1) })
        {
            var eligible = World.MakeEligible(alan, World.AddRole(name).Id);
            World.Add(Make.Activation(eligible, alan.Id, World.Now.AddMinutes(-30), World.Now.AddHours(hours)));
        }

        var frame = Frame<ActivePill>();

        frame.WaitForAssertion(() => Assert.Contains("2 active", frame.Find("[data-testid=active-pill]").TextContent, StringComparison.Ordinal));
        Assert.Equal("1 h 0 min", frame.Find("[data-testid=active-pill] rg-countdown").TextContent);
        Assert.Equal(2, frame.FindAll("[data-testid=end]").Count);
    }

    [Fact]
    public void The_jump_box_finds_pages_and_roles_and_goes_there_with_the_keyboard()
    {
        var role = World.AddRole("Exchange Administrator");
        World.MakeEligible(alan, role.Id);
        var box = Render<JumpBox>();

        box.Find("input").Input("exch");
        box.WaitForAssertion(() => Assert.Equal("true", box.Find("input").GetAttribute("aria-expanded")));
        Assert.Contains("Activate Exchange Administrator", box.Find("[role=option][aria-selected=true]").TextContent, StringComparison.Ordinal);
        box.Find("input").KeyDown("Enter");
        Assert.Equal($"/my-roles?activate={role.Id}", Here);

        box.Find("input").Input("requests");
        box.Find("input").KeyDown("ArrowDown");
        box.Find("input").KeyDown("Enter");
        Assert.Equal("/approve", Here);
    }

    [Fact]
    public async Task Who_leaves_the_jump_box_and_comes_back_at_once_finds_it_open()
    {
        var box = Render<JumpBox>();
        await box.Find("input").FocusAsync(new());

        var closing = box.Find("input").BlurAsync(new());
        await box.Find("input").InputAsync("requests");
        await closing;
        Assert.Equal("true", box.Find("input").GetAttribute("aria-expanded"));

        await box.Find("input").BlurAsync(new());
        Assert.Equal("false", box.Find("input").GetAttribute("aria-expanded"));
    }

    private static IEnumerable<string?> Links(IRenderedComponent<Surroundings> frame) =>
        frame.FindAll("a").Select(link => link.GetAttribute("href"));

    private IRenderedComponent<Surroundings> Frame<TPart>()
        where TPart : IComponent => Render<Surroundings>(p => p.Add(part => part.ChildContent, Part<TPart>));

    private static void Part<TPart>(RenderTreeBuilder builder)
        where TPart : IComponent
    {
        builder.OpenComponent<TPart>(0);
        builder.CloseComponent();
    }
}
