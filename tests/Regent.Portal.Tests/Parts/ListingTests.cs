using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class ListingTests : PortalContext
{
    private IReadOnlySet<string> ticked = new HashSet<string>();

    [Fact]
    public void Nothing_known_yet_is_a_skeleton_and_nothing_at_all_is_the_empty_state()
    {
        Assert.Single(Show(rows: null).FindAll("[data-testid=skeleton]"));
        Assert.Equal("Nothing here", Show(rows: []).Find("p").TextContent);
    }

    [Fact]
    public void Cells_carry_their_heading_for_the_cards_of_a_phone()
    {
        var cell = Show(["Exchange Administrator"]).Find("td.main");

        Assert.Equal("Role", cell.GetAttribute("data-label"));
        Assert.Equal("Exchange Administrator", cell.TextContent);
    }

    [Fact]
    public void The_order_is_in_the_address_and_turns_round_on_the_second_click()
    {
        Address.NavigateTo("/my-roles?q=x&sort=role");

        var heading = Show(["a"]).Find("th[aria-sort=ascending] a");

        Assert.EndsWith("/my-roles?q=x&sort=-role", heading.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ticking_a_row_and_ticking_all_leave_out_what_cannot_be_ticked()
    {
        Show(["a", "b", "fixed"]).Find("tr[data-key=b] input").Change(true);
        Assert.Equal(["b"], ticked);

        Show(["a", "b", "fixed"]).Find("thead input").Change(true);
        Assert.Equal(["a", "b"], ticked.Order());
        Assert.Empty(Show(["a", "b", "fixed"]).FindAll("tr[data-key=fixed] input"));
    }

    [Fact]
    public void More_is_offered_while_there_is_more()
    {
        var asked = 0;
        Show(["a"], () => asked++).Find("[data-testid=more]").Click();

        Assert.Equal(1, asked);
        Assert.Empty(Show(["a"]).FindAll("[data-testid=more]"));
    }

    private IRenderedComponent<Listing<string>> Show(IReadOnlyList<string>? rows, Action? more = null) => Render<Listing<string>>(p =>
    {
        p.Add(part => part.Label, "Roles").Add(part => part.Rows, rows).Add(part => part.Key, row => row);
        p.Add(part => part.Columns, Columns).Add(part => part.Empty, "<p>Nothing here</p>");
        p.Add(part => part.Selected, ticked).Add(part => part.SelectedChanged, keys => ticked = keys);
        p.Add(part => part.CanSelect, row => row != "fixed").Add(part => part.HasMore, more is not null);
        if (more is not null)
        {
            p.Add(part => part.OnMore, more);
        }
    });

    private static void Columns(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Column<string>>(0);
        builder.AddComponentParameter(1, nameof(Column<>.Title), "Role");
        builder.AddComponentParameter(2, nameof(Column<>.Sort), "role");
        builder.AddComponentParameter(3, nameof(Column<>.Kind), ColumnKind.Main);
        builder.AddComponentParameter(4, nameof(Column<>.ChildContent), (RenderFragment<string>)(row => cell => cell.AddContent(0, row)));
        builder.CloseComponent();
    }
}
