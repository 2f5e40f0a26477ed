using Bunit;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

/// <summary>A draft is for a connection that was lost, and for nothing after that.</summary>
public sealed class DraftFormTests : BunitContext
{
    public DraftFormTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task A_form_that_is_not_shown_any_more_forgets_its_draft()
    {
        Render<DraftForm>(form => form.Add(one => one.Id, "form").Add(one => one.Name, "activate:owner"));
        Assert.Empty(JSInterop.Invocations["regent.forget"]);

        await DisposeComponentsAsync();

        Assert.Equal("activate:owner", Assert.Single(JSInterop.Invocations["regent.forget"]).Arguments[0]);
    }

    [Fact]
    public async Task A_form_that_makes_way_for_a_look_at_it_keeps_its_draft()
    {
        Render<DraftForm>(form => form.Add(one => one.Id, "form").Add(one => one.Name, "settings:owner").Add(one => one.Outlives, true));

        await DisposeComponentsAsync();

        Assert.Empty(JSInterop.Invocations["regent.forget"]);
    }
}
