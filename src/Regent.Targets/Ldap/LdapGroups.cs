using System.DirectoryServices.Protocols;
using Regent.Core.Targets;

namespace Regent.Targets.Ldap;

/// <summary>Changes who is in a group: many at once, and one by one where that is refused.</summary>
internal sealed class LdapGroups(LdapLink link, LdapMembers members, LdapTargetOptions options, TimeProvider clock)
{
    // A directory's own clock may be behind; memberships end a little after the ledger's end, never before it.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <summary>Puts members into a group. One answer for each, in their order.</summary>
    public async Task<IReadOnlyList<TargetAnswer>> AddAsync(
        string group, IReadOnlyList<(LdapMember Member, DateTimeOffset? Until)> added, CancellationToken ct)
    {
        var ends = await link.EndsMembershipsAsync(ct);
        var now = clock.GetUtcNow();
        return await TogetherOrAloneAsync(
            added, some => ends ? AddWithEndsAsync(group, some, now, ct) : AddAsync(group, [.. some.Select(one => one.Member)], ct));
    }

    /// <summary>Takes members out of a group. One answer for each, in their order.</summary>
    public Task<IReadOnlyList<TargetAnswer>> RemoveAsync(string group, IReadOnlyList<LdapMember> removed, CancellationToken ct) =>
        TogetherOrAloneAsync(removed, some => RemoveTogetherAsync(group, some, ct));

    private static async Task<IReadOnlyList<TargetAnswer>> TogetherOrAloneAsync<T>(
        IReadOnlyList<T> all, Func<IReadOnlyList<T>, Task<TargetAnswer>> changeAsync)
    {
        var together = await changeAsync(all);
        if (together.Result != TargetResult.Refused || all.Count == 1)
        {
            return [.. Enumerable.Repeat(together, all.Count)];
        }

        var answers = new List<TargetAnswer>();
        foreach (var one in all)
        {
            answers.Add(await changeAsync([one]));
        }

        return answers;
    }

    private async Task<TargetAnswer> AddAsync(string group, IReadOnlyList<LdapMember> added, CancellationToken ct)
    {
        var values = added.Select(member => member.AddedUntil(remaining: null));
        var response = await ModifyAsync(group, ct, Change(DirectoryAttributeOperation.Add, values));
        return await AnswerAsync(response, group, added, isWanted: true, ct);
    }

    // Who is there already is taken out and put in again by one request, which moves the end and leaves no moment without access.
    private async Task<TargetAnswer> AddWithEndsAsync(
        string group, IReadOnlyList<(LdapMember Member, DateTimeOffset? Until)> added, DateTimeOffset now, CancellationToken ct)
    {
        var direct = await members.ReadAsync(group, ct);
        var there = added.Select(one => one.Member.Value).Intersect(direct ?? [], StringComparer.OrdinalIgnoreCase).ToArray();
        var values = added.Select(one => one.Member.AddedUntil(one.Until is { } end ? end - now + Grace : null));
        DirectoryAttributeModification[] changes = there.Length > 0
            ? [Change(DirectoryAttributeOperation.Delete, there), Change(DirectoryAttributeOperation.Add, values)]
            : [Change(DirectoryAttributeOperation.Add, values)];
        return direct is null ? TargetAnswer.UnknownEntitlement(group) : Answer(await link.SendAsync(new ModifyRequest(group, changes), ct), group);
    }

    private async Task<TargetAnswer> RemoveTogetherAsync(string group, IReadOnlyList<LdapMember> removed, CancellationToken ct)
    {
        var removal = Change(DirectoryAttributeOperation.Delete, removed.Select(member => member.Value));
        var response = await ModifyAsync(group, ct, removal);
        if (response.ResultCode == ResultCode.ObjectClassViolation && options.Placeholder is { } placeholder)
        {
            response = await ModifyAsync(group, ct, Change(DirectoryAttributeOperation.Add, [placeholder]), removal);
        }

        return await AnswerAsync(response, group, removed, isWanted: false, ct);
    }

    // A server that knows this control passes over what is there already, or gone already, and need not be asked one by one.
    private Task<DirectoryResponse> ModifyAsync(string group, CancellationToken ct, params DirectoryAttributeModification[] changes)
    {
        var request = new ModifyRequest(group, changes);
        request.Controls.Add(new PermissiveModifyControl { IsCritical = false });
        return link.SendAsync(request, ct);
    }

    // Directories differ in how they say that there is no such group, or that a thing is there already or gone already.
    private async Task<TargetAnswer> AnswerAsync(
        DirectoryResponse response, string group, IReadOnlyList<LdapMember> changed, bool isWanted, CancellationToken ct)
    {
        var answer = Answer(response, group);
        if (answer.Result != TargetResult.Refused)
        {
            return answer;
        }

        if (await members.ReadAsync(group, ct) is not { } there)
        {
            return isWanted ? TargetAnswer.UnknownEntitlement(group) : TargetAnswer.Done;
        }

        return changed is [var member] && there.Contains(member.Value, StringComparer.OrdinalIgnoreCase) == isWanted ? TargetAnswer.Done : answer;
    }

    private static TargetAnswer Answer(DirectoryResponse response, string group) =>
        response.ResultCode == ResultCode.Success ? TargetAnswer.Done : LdapAnswers.To(response, $"The directory refuses to change {group}");

    private DirectoryAttributeModification Change(DirectoryAttributeOperation operation, IEnumerable<string> values)
    {
        var change = new DirectoryAttributeModification { Name = options.MemberAttribute, Operation = operation };
        change.AddRange(values.Distinct(StringComparer.Ordinal).ToArray());
        return change;
    }
}
