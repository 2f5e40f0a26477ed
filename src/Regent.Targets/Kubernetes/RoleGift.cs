using System.Security.Cryptography;
using System.Text;
using k8s.Models;

namespace Regent.Targets.Kubernetes;

/// <summary>A binding as Regent makes it: one account and one role in each, under a name made of both, with Regent's label.</summary>
internal sealed record RoleGift(RolePlace Place, BoundSubject Subject)
{
    public const string Label = "app.kubernetes.io/managed-by";
    public const string Owner = "regent";

    private const string Group = "rbac.authorization.k8s.io";
    private const int NameLength = 40;

    // Whatever an account is called, this is a name the cluster takes, and no two accounts share it.
    public string Name
    {
        get
        {
            var parts = string.Join('\0', Place.Namespace, Place.Kind, Place.Name, Subject.Kind, Subject.Namespace, Subject.Name);
            return $"regent-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..NameLength]}";
        }
    }

    public V1RoleBinding ToRoleBinding() => new()
    {
        ApiVersion = $"{Group}/v1",
        Kind = "RoleBinding",
        Metadata = Metadata,
        RoleRef = Reference,
        Subjects = [Subject.ToModel()],
    };

    public V1ClusterRoleBinding ToClusterRoleBinding() => new()
    {
        ApiVersion = $"{Group}/v1",
        Kind = "ClusterRoleBinding",
        Metadata = Metadata,
        RoleRef = Reference,
        Subjects = [Subject.ToModel()],
    };

    private V1ObjectMeta Metadata =>
        new() { Name = Name, NamespaceProperty = Place.Namespace, Labels = new Dictionary<string, string> { [Label] = Owner } };

    private V1RoleRef Reference => new() { ApiGroup = Group, Kind = Place.Kind, Name = Place.Name };
}
