using Microsoft.FluentUI.AspNetCore.Components;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regular = Microsoft.FluentUI.AspNetCore.Components.Icons.Regular.Size20;

namespace Regent.Portal.Parts;

/// <summary>The icons the portal uses, each under the meaning it has here.</summary>
public static class Glyphs
{
    public static Icon Active { get; } = new Regular.CheckmarkCircle();
    public static Icon Add { get; } = new Regular.Add();
    public static Icon Apps { get; } = new Regular.Apps();
    public static Icon Approve { get; } = new Regular.CheckmarkStarburst();
    public static Icon Audit { get; } = new Regular.ClipboardTextLtr();
    public static Icon ChevronDown { get; } = new Regular.ChevronDown();
    public static Icon ChevronRight { get; } = new Regular.ChevronRight();
    public static Icon Close { get; } = new Regular.Dismiss();
    public static Icon Copy { get; } = new Regular.Copy();
    public static Icon Dashboard { get; } = new Regular.Home();
    public static Icon Denied { get; } = new Regular.DismissCircle();
    public static Icon Done { get; } = new Regular.Checkmark();
    public static Icon Down { get; } = new Regular.ArrowDown();
    public static Icon Eligible { get; } = new Regular.Key();
    public static Icon Empty { get; } = new Regular.Box();
    public static Icon End { get; } = new Regular.Power();
    public static Icon EndingSoon { get; } = new Regular.Timer();
    public static Icon Filter { get; } = new Regular.Filter();
    public static Icon Group { get; } = new Regular.PeopleCommunity();
    public static Icon History { get; } = new Regular.History();
    public static Icon Info { get; } = new Regular.Info();
    public static Icon Link { get; } = new Regular.Link();
    public static Icon Lock { get; } = new Regular.LockClosed();
    public static Icon ManagementGroup { get; } = new Regular.Organization();
    public static Icon Mail { get; } = new Regular.Mail();
    public static Icon Menu { get; } = new Regular.Navigation();
    public static Icon Over { get; } = new Regular.CircleOff();
    public static Icon Pending { get; } = new Regular.Clock();
    public static Icon People { get; } = new Regular.PeopleTeam();
    public static Icon Person { get; } = new Regular.Person();
    public static Icon Requests { get; } = new Regular.DocumentBulletList();
    public static Icon Role { get; } = new Regular.ShieldKeyhole();
    public static Icon Resource { get; } = new Regular.Cube();
    public static Icon ResourceGroup { get; } = new Regular.Folder();
    public static Icon Search { get; } = new Regular.Search();
    public static Icon Settings { get; } = new Regular.Options();
    public static Icon Subscription { get; } = new Regular.Wallet();
    public static Icon Unit { get; } = new Regular.Building();
    public static Icon Up { get; } = new Regular.ArrowUp();
    public static Icon Target { get; } = new Regular.PlugConnected();
    public static Icon Tenant { get; } = new Regular.Globe();
    public static Icon Warning { get; } = new Regular.Warning();

    /// <summary>The icon of what a scope is.</summary>
    public static Icon Of(ScopeKind kind) => kind switch
    {
        ScopeKind.Tenant => Tenant,
        ScopeKind.AdministrativeUnit => Unit,
        ScopeKind.Group => Group,
        ScopeKind.ManagementGroup => ManagementGroup,
        ScopeKind.Subscription => Subscription,
        ScopeKind.ResourceGroup => ResourceGroup,
        ScopeKind.Resource => Resource,
    };

    /// <summary>The icon of a kind of target.</summary>
    public static Icon Of(TargetKind kind) => kind switch
    {
        TargetKind.Ldap => new Regular.ContactCardGroup(),
        TargetKind.Postgres => new Regular.Database(),
        TargetKind.Ssh => new Regular.WindowConsole(),
        TargetKind.Scim => new Regular.PeopleSync(),
        TargetKind.Kubernetes => new Regular.Cube(),
        TargetKind.Entra => new Regular.ShieldKeyhole(),
        TargetKind.Azure => new Regular.Cloud(),
        TargetKind.Webhook => new Regular.Send(),
    };
}
