using System.DirectoryServices.Protocols;

namespace Regent.Targets.Ldap;

/// <summary>The requests that change who is in a group, as they go to the directory.</summary>
internal sealed class LdapChanges(LdapTargetOptions options)
{
    // A directory's own clock may be behind; memberships end a little after the ledger's end, never before it.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    public DirectoryAttributeModification Add(IEnumerable<string> values) => Change(DirectoryAttributeOperation.Add, values);

    public DirectoryAttributeModification Delete(IEnumerable<string> values) => Change(DirectoryAttributeOperation.Delete, values);

    /// <summary>A server that knows this control passes over what is there already, or gone already, and need not be asked one by one.</summary>
    public static ModifyRequest Permissive(string group, params DirectoryAttributeModification[] changes)
    {
        var request = new ModifyRequest(group, changes);
        request.Controls.Add(new PermissiveModifyControl { IsCritical = false });
        return request;
    }

    /// <summary>
    /// Puts members in until their ends. Who is there already is taken out and put in again by the same request, which moves the end and
    /// leaves no moment without access.
    /// </summary>
    public ModifyRequest AddWithEnds(
        string group, IReadOnlyList<(LdapMember Member, DateTimeOffset? Until)> added, IReadOnlyCollection<string> there, DateTimeOffset now)
    {
        var values = added.Select(one => one.Member.AddedUntil(one.Until is { } end ? end - now + Grace : null));
        var moved = added.Select(one => one.Member.Value).Intersect(there, options.Members).ToArray();
        return moved is [] ? new ModifyRequest(group, Add(values)) : new ModifyRequest(group, Delete(moved), Add(values));
    }

    private DirectoryAttributeModification Change(DirectoryAttributeOperation operation, IEnumerable<string> values)
    {
        var change = new DirectoryAttributeModification { Name = options.MemberAttribute, Operation = operation };
        change.AddRange(values.Distinct(options.Members).ToArray());
        return change;
    }
}
