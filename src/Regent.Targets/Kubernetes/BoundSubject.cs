using k8s.Models;

namespace Regent.Targets.Kubernetes;

/// <summary>Who is bound to a role: an account.</summary>
/// <param name="Kind">One of <see cref="SubjectKinds"/>.</param>
/// <param name="Namespace">Of a service account; null of others.</param>
/// <param name="Name">The name.</param>
internal sealed record BoundSubject(string Kind, string? Namespace, string Name)
{
    /// <summary>Who an account is, if accounts are of this kind; null when it can be nobody.</summary>
    public static BoundSubject? Of(string account, string kind) => (kind, account.Split(':')) switch
    {
        (SubjectKinds.ServiceAccount, [{ Length: > 0 } home, { Length: > 0 } name]) => new(kind, home, name),
        (SubjectKinds.ServiceAccount, _) => null,
        _ when account.Length == 0 => null,
        _ => new(kind, Namespace: null, account),
    };

    public static BoundSubject Of(Rbacv1Subject subject) => new(subject.Kind, subject.NamespaceProperty, subject.Name);

    /// <summary>What it is called where accounts are of a kind; others have their kind before their name, such as <c>Group:admins</c>.</summary>
    public string AccountIn(string kind)
    {
        var name = Kind == SubjectKinds.ServiceAccount ? $"{Namespace}:{Name}" : Name;
        return Kind == kind ? name : $"{Kind}:{name}";
    }

    public Rbacv1Subject ToModel() => new()
    {
        Kind = Kind,
        Name = Name,
        NamespaceProperty = Namespace,
        ApiGroup = Kind == SubjectKinds.ServiceAccount ? null : "rbac.authorization.k8s.io",
    };
}
