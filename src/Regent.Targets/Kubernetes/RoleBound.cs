using System.Text.Json;
using k8s.Models;

namespace Regent.Targets.Kubernetes;

/// <summary>A binding that is in the cluster.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uid">What tells it from another one that had the same name.</param>
/// <param name="Place">The role and where it is given.</param>
/// <param name="Subjects">Who has it by this.</param>
/// <param name="HasLabel">Whether it bears Regent's label.</param>
internal sealed record RoleBound(string Name, string Uid, RolePlace Place, IReadOnlyList<BoundSubject> Subjects, bool HasLabel)
{
    /// <summary>Whether Regent may remove it: it bears the label, and nobody else has anything by it.</summary>
    public bool IsOwn => HasLabel && Subjects.Count == 1;

    /// <exception cref="JsonException">It lacks what every binding has.</exception>
    public static RoleBound Of(V1RoleBinding? binding) => Of(binding?.Metadata, binding?.RoleRef, binding?.Subjects);

    /// <inheritdoc cref="Of(V1RoleBinding?)" />
    public static RoleBound Of(V1ClusterRoleBinding? binding) => Of(binding?.Metadata, binding?.RoleRef, binding?.Subjects);

    /// <summary>Whether somebody who is called so has the role by it.</summary>
    public bool Gives(RolePlace place, string account, string kind) => Place == place && Subjects.Any(subject => subject.AccountIn(kind) == account);

    private static RoleBound Of(V1ObjectMeta? about, V1RoleRef? role, IList<Rbacv1Subject>? subjects) =>
        about is { Name: { } name, Uid: { } uid } && role is { Kind: { } kind, Name: { } called } && subjects?.Any(one => one is not { Kind: not null, Name: not null }) != true
            ? new RoleBound(
                name, uid, new RolePlace(about.NamespaceProperty, kind, called), [.. (subjects ?? []).Select(BoundSubject.Of)],
                about.Labels?.TryGetValue(RoleGift.Label, out var owner) == true && owner == RoleGift.Owner)
            : throw new JsonException("A binding lacks what every binding has.");
}
