using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Portal.Layout;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class DeedTests : PortalContext
{
    private readonly List<string> told = [];
    private readonly Principal ada;
    private bool closed;

    public DeedTests()
    {
        ada = World.AddUser("Ada Lovelace");
        SignIn(ada);
    }

    [Fact]
    public async Task What_is_done_is_told_and_closes_the_dialog()
    {
        var deed = Show();

        await deed.InvokeAsync(() => deed.Instance.SendAsync(caller => Task.FromResult<Outcome<string>>(caller.Id.ToString())));

        Assert.Equal([$"Done: {ada.Id}"], told);
        Assert.True(closed);
    }

    [Fact]
    public async Task What_is_refused_stays_open_and_takes_the_focus_to_the_reason()
    {
        var deed = Show();

        await deed.InvokeAsync(() => deed.Instance.SendAsync(_ => Task.FromResult<Outcome<string>>(new Refusal(RefusalCode.InvalidTarget, "Not that one."))));

        Assert.Equal(["Not that one."], deed.Instance.Said);
        Assert.False(closed);
        Assert.Empty(told);
        Assert.Equal("#deed [aria-invalid=true], #deed [data-testid=refused]", JSInterop.Invocations["regent.focusSoon"].Single().Arguments[0]);
    }

    [Fact]
    public async Task What_is_not_complete_is_never_sent()
    {
        var deed = Show(isReady: false);
        var sent = false;

        await deed.InvokeAsync(() => deed.Instance.SendAsync(_ =>
        {
            sent = true;
            return Task.FromResult<Outcome<string>>("");
        }));

        Assert.False(sent);
        Assert.Equal(["It lacks a name."], deed.Instance.Mistakes);
        Assert.Single(JSInterop.Invocations["regent.focusSoon"]);
    }

    [Fact]
    public async Task A_second_click_does_nothing_while_the_first_is_under_way()
    {
        var deed = Show();
        var (answer, asked) = (new TaskCompletionSource<Outcome<string>>(), 0);
        Task<Outcome<string>> AskAsync(Caller caller)
        {
            asked++;
            return answer.Task;
        }

        var clicks = new[] { deed.InvokeAsync(() => deed.Instance.SendAsync(AskAsync)), deed.InvokeAsync(() => deed.Instance.SendAsync(AskAsync)) };
        answer.SetResult("");
        await Task.WhenAll(clicks);

        Assert.Equal(1, asked);
        Assert.Single(told);
    }

    [Fact]
    public async Task A_new_try_forgets_why_the_last_one_did_not_count()
    {
        var deed = Show();
        await deed.InvokeAsync(() => deed.Instance.SendAsync(_ => Task.FromResult<Outcome<string>>(new Refusal(RefusalCode.InvalidTarget, "Not that one."))));

        await deed.InvokeAsync(() => deed.Instance.SendAsync(_ => Task.FromResult<Outcome<string>>("")));

        Assert.Empty(deed.Instance.Said);
        Assert.True(closed);
    }

    private IRenderedComponent<Act> Show(bool isReady = true) => Render<Surroundings>(p => p.AddChildContent<Act>(act => act
        .Add(one => one.IsReady, isReady)
        .Add(one => one.OnDone, told.Add)
        .Add(one => one.OnClose, () => closed = true))).FindComponent<Act>();

    private sealed class Act : Deed
    {
        [Parameter]
        public bool IsReady { get; set; }

        public IEnumerable<string> Said => Refusals.Select(refusal => refusal.Message);

        public IReadOnlyList<string> Mistakes => Errors(IsReady ? [] : ["It lacks a name."], _ => true);

        protected override string Id => "deed";

        protected override bool IsComplete => IsReady;

        public Task SendAsync(Func<Caller, Task<Outcome<string>>> act) => DoAsync(act, made => $"Done: {made}");

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Busy ? "Busy" : "Ready");
    }
}
