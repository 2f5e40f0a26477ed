using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.DependencyInjection;
using Regent.Operations;
using Regent.Operations.Ports;

namespace Regent.Portal.Parts;

/// <summary>
/// A page or part that shows what an operation tells it, and asks again when its address changed or something was committed.
/// While it asks again it keeps showing what it has.
/// </summary>
/// <typeparam name="TModel">What is shown.</typeparam>
public abstract class Live<TModel> : ComponentBase, IDisposable
    where TModel : class
{
    private static readonly TimeSpan Flurry = TimeSpan.FromMilliseconds(100);

    private readonly Pause pause;
    private CancellationTokenSource asking = new();
    private IDisposable? listening;
    private object? loadedFor;
    private string? path;
    private bool gone;

    protected Live() => pause = new Pause(ReloadAsync);

    /// <summary>Who is reading; nobody is only on pages that are open to all.</summary>
    protected Caller? Reader { get; private set; }

    /// <summary>Who is reading.</summary>
    protected Caller Caller => Reader ?? throw new InvalidOperationException("Only who is signed in gets here.");

    /// <summary>What to show; null until it was loaded once.</summary>
    protected TModel? Model { get; private set; }

    /// <summary>Whether newer content is on its way.</summary>
    protected bool Busy { get; private set; }

    /// <summary>What the content depends on; it is loaded again when this changes.</summary>
    protected virtual object State => Address.Uri;

    [Inject]
    protected NavigationManager Address { get; set; } = default!;

    [Inject]
    protected TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IChangeFeed Feed { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private string Path => new Uri(Address.Uri).AbsolutePath;

    private string HandoverName => $"{GetType().FullName}:{State}";

    public void Dispose()
    {
        gone = true;
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Asks the operation.</summary>
    protected abstract Task<TModel> LoadAsync(CancellationToken ct);

    /// <summary>Lets go of what a page holds itself.</summary>
    protected virtual void Dispose(bool disposing)
    {
        listening?.Dispose();
        Address.LocationChanged -= Move;
        pause.Dispose();
        asking.Cancel();
        asking.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Equals(loadedFor, State))
        {
            return;
        }

        var first = loadedFor is null;
        loadedFor = State;
        var handover = Services.GetRequiredService<Handover>();
        if (first)
        {
            Reader = Caller.From(Authentication is null ? null : (await Authentication).User);
            if (RendererInfo.IsInteractive)
            {
                path = Path;
                Address.LocationChanged += Move;
                listening = Feed.Subscribe(() => InvokeAsync(() => pause.WaitAsync(Flurry, anew: false)));
                Model = handover.Take(HandoverName) as TModel;
            }
        }

        if (Reader is not null && (!first || Model is null))
        {
            await AskAsync();
        }

        if (!RendererInfo.IsInteractive && Model is not null)
        {
            handover.Leave(HandoverName, Model);
        }
    }

    /// <summary>Shows something else until the next answer.</summary>
    protected void Show(TModel model) => Model = model;

    /// <summary>Asks again and shows the answer.</summary>
    protected async Task ReloadAsync()
    {
        if (gone || Reader is null)
        {
            return;
        }

        try
        {
            await AskAsync();
            StateHasChanged();
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    }

    // A part without parameters of its own is not told that the query changed. Another page's address is none of its business.
    private void Move(object? sender, LocationChangedEventArgs moved)
    {
        if (Path == path && !Equals(loadedFor, State))
        {
            loadedFor = State;
            _ = InvokeAsync(ReloadAsync);
        }
    }

    // Of several questions under way only the answer to the last one counts.
    private async Task AskAsync()
    {
        await asking.CancelAsync();
        asking.Dispose();
        asking = new CancellationTokenSource();
        var ct = asking.Token;
        Busy = true;
        try
        {
            var answer = await LoadAsync(ct);
            if (!ct.IsCancellationRequested)
            {
                Model = answer;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // A newer question was asked, or nobody is left to answer.
        }
        finally
        {
            Busy = Busy && ct.IsCancellationRequested;
        }
    }
}
