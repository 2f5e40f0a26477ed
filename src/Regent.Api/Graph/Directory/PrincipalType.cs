using Regent.Api.Graph.Contracts;
using Regent.Core.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>A type of principals as addresses and lists speak of it.</summary>
/// <param name="Name">What it is called in the schema.</param>
/// <param name="Set">What a list of it is called there.</param>
/// <param name="Contract">How one is written.</param>
/// <param name="Kinds">Who is of this type; none is all.</param>
internal sealed record PrincipalType(string Name, string Set, Type Contract, params IReadOnlyCollection<PrincipalKind> Kinds)
{
    private const string Namespace = "microsoft.graph.";
    private const string ShortNamespace = "graph.";

    public static PrincipalType Any { get; } = new("directoryObject", "directoryObjects", typeof(DirectoryObjectContract));

    public static PrincipalType User { get; } = new("user", "users", typeof(UserContract), PrincipalKind.User);

    public static PrincipalType Group { get; } = new("group", "groups", typeof(GroupContract), PrincipalKind.Group);

    public static PrincipalType ServicePrincipal { get; } =
        new("servicePrincipal", "servicePrincipals", typeof(ServicePrincipalContract), PrincipalKind.ServicePrincipal);

    /// <summary>Whether items say of which type they are.</summary>
    public bool IsMixed => Kinds.Count == 0;

    /// <summary>The type that a list is cut down to, by <c>microsoft.graph.user</c> or <c>graph.user</c>; null when it is none of these.</summary>
    public static PrincipalType? Cast(string name) =>
        new[] { Any, User, Group, ServicePrincipal }.FirstOrDefault(type => IsCast(name, type.Name));

    /// <summary>Whether a part of an address cuts a list down to this type.</summary>
    public static bool IsCast(string part, string type) =>
        part.Equals(Namespace + type, StringComparison.OrdinalIgnoreCase) || part.Equals(ShortNamespace + type, StringComparison.OrdinalIgnoreCase);
}
