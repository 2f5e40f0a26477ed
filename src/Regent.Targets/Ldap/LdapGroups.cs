using System.DirectoryServices.Protocols;
using Regent.Core.Targets;

namespace Regent.Targets.Ldap;

/// <summary>Changes who is in a group: many at once, and one by one where that is refused.</summary>
internal sealed class LdapGroups(LdapLink link, LdapMembers members, LdapSight sight, LdapTargetOptions options, TimeProvider clock)
{
    private readonly LdapChanges changes = new(options);

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
        var response = await link.SendAsync(LdapChanges.Permissive(group, changes.Add(values)), ct);
        return await AnswerAsync(response, group, added, isWanted: true, ct);
    }

    private async Task<TargetAnswer> AddWithEndsAsync(
        string group, IReadOnlyList<(LdapMember Member, DateTimeOffset? Until)> added, DateTimeOffset now, CancellationToken ct) =>
        await members.ReadAsync(group, ct) is { } there
            ? Answer(await link.SendAsync(changes.AddWithEnds(group, added, there, now), ct), group)
            : LdapSight.Unknown(group);

    private async Task<TargetAnswer> RemoveTogetherAsync(string group, IReadOnlyList<LdapMember> removed, CancellationToken ct)
    {
        var removal = changes.Delete(removed.Select(member => member.Value));
        var response = await link.SendAsync(LdapChanges.Permissive(group, removal), ct);
        if (response.ResultCode == ResultCode.ObjectClassViolation && options.Placeholder is { } placeholder)
        {
            response = await link.SendAsync(LdapChanges.Permissive(group, changes.Add([placeholder]), removal), ct);
        }

        return await AnswerAsync(response, group, removed, isWanted: false, ct);
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
            return isWanted ? LdapSight.Unknown(group) : await sight.DoubtAsync(group, ct) ?? TargetAnswer.Done;
        }

        return changed is [var member] && there.Contains(member.Value, options.Members) == isWanted ? TargetAnswer.Done : answer;
    }

    private static TargetAnswer Answer(DirectoryResponse response, string group) =>
        response.ResultCode == ResultCode.Success ? TargetAnswer.Done : LdapAnswers.To(response, $"The directory refuses to change {group}");
}
