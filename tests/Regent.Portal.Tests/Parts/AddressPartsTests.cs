using Bunit;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class AddressPartsTests : PortalContext
{
    private static readonly TabItem[] Items = [new("eligible", "Eligible", 4), new("active", "Active")];

    [Fact]
    public void The_first_tab_is_the_usual_one_and_needs_no_address_of_its_own()
    {
        Address.NavigateTo("/my-roles?tab=active&q=x");

        var tabs = Render<Tabs>(p => p.Add(part => part.Label, "My roles").Add(part => part.Items, Items));

        Assert.Equal("Active", tabs.Find("[role=tab][aria-selected=true]").TextContent.Trim());
        Assert.Equal("/my-roles", tabs.Find("#tab-eligible").GetAttribute("href"));
        Assert.Equal("tab-active", tabs.Find("[role=tabpanel]").GetAttribute("aria-labelledby"));
        Assert.Equal("-1", tabs.Find("#tab-eligible").GetAttribute("tabindex"));
    }

    [Fact]
    public void A_tab_that_is_not_there_is_the_usual_one()
    {
        Address.NavigateTo("/my-roles?tab=nonsense");

        var tabs = Render<Tabs>(p => p.Add(part => part.Label, "My roles").Add(part => part.Items, Items));

        Assert.Equal("true", tabs.Find("#tab-eligible").GetAttribute("aria-selected"));
    }

    [Fact]
    public void Words_go_into_the_address_when_typing_stops()
    {
        Address.NavigateTo("/my-roles?sort=end");
        var box = Render<SearchBox>(p => p.Add(part => part.Label, "Search roles"));

        box.Find("input").Input("exch");
        box.Find("input").Input("exchange ");
        Assert.Equal("/my-roles?sort=end", Here);

        box.WaitForAssertion(() => Assert.Equal("/my-roles?sort=end&q=exchange", Here), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void The_box_shows_the_words_of_the_address_when_they_change_elsewhere()
    {
        Address.NavigateTo("/my-roles?q=exchange");
        var box = Render<SearchBox>(p => p.Add(part => part.Label, "Search roles"));
        Assert.Equal("exchange", box.Find("input").GetAttribute("value"));

        Address.NavigateTo("/my-roles");

        box.WaitForAssertion(() => Assert.Equal("", box.Find("input").GetAttribute("value")));
    }

    [Fact]
    public void Filters_add_up_in_the_address_and_go_when_pressed_again()
    {
        Address.NavigateTo("/audit");
        var chips = Render<FilterChips>(p => p
            .Add(part => part.Label, "Status").Add(part => part.Query, "status").Add(part => part.Options, [("open", "Open"), ("done", "Done")]));

        chips.Find("[data-testid=status-open]").Click();
        Assert.Equal("/audit?status=open", Here);
        chips.Find("[data-testid=status-done]").Click();
        Assert.Equal("/audit?status=open%2Cdone", Here);
        chips.Render();
        Assert.Equal("true", chips.Find("[data-testid=status-open]").GetAttribute("aria-pressed"));
        chips.Find("[data-testid=status-open]").Click();
        Assert.Equal("/audit?status=done", Here);
    }

    [Theory]
    [InlineData("62e90394-69f5-4237-9190-012177145e10", true)]
    [InlineData("62e90394-69f5-4237-9190-012177145e10@/administrativeUnits/11111111-2222-3333-4444-555555555555", true)]
    [InlineData("62e90394-69f5-4237-9190-012177145e10@nowhere", false)]
    [InlineData("Exchange", false)]
    [InlineData("", false)]
    public void A_role_at_a_scope_stands_in_an_address_and_is_read_back(string text, bool valid)
    {
        Assert.Equal(valid, RoleAt.TryParse(text, out var role));
        Assert.Equal(valid ? text : null, role?.ToString());
    }
}
