using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;

namespace Regent.Portal;

/// <summary>The document around every page: the portal's own are live for those who are signed in, all others stay plain.</summary>
public sealed partial class App
{
    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    private IComponentRenderMode? PageMode => IsSignedIn && IsLive(Context.GetEndpoint()) ? RenderMode.InteractiveServer : null;

    private bool IsSignedIn => Context.User.Identity?.IsAuthenticated == true;

    private string? Zone => Context.Request.Cookies["regent-zone"];

    private static bool IsLive(Endpoint? endpoint)
    {
        var page = endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;

        return page is not null
            && page.Assembly == typeof(App).Assembly
            && page.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is null;
    }
}
