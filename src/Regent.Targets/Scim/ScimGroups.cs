using Regent.Core.Targets;

namespace Regent.Targets.Scim;

/// <summary>Reads groups and changes who is in them.</summary>
internal sealed class ScimGroups(ScimClient client, ScimDialect dialect, int batchSize)
{
    private const int Tries = 4;

    /// <summary>A group, or the reply that says why there is none.</summary>
    public async Task<(ScimGroup? Group, ScimReply Reply)> ReadAsync(string id, CancellationToken ct)
    {
        var reply = await client.GetAsync(ScimGroup.PathOf(id), ct);
        reply = reply with { Trouble = reply.Trouble ?? ScimGroup.Problem(reply.Body, id) };
        return (reply.Trouble is null ? ScimGroup.Of(reply) : null, reply);
    }

    /// <summary>
    /// Changes a group for many members at once; where the application refuses that, for each by itself, so that one does not hold up the
    /// others. One answer for each member; null when there is no such group.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, TargetAnswer>?> ChangeAsync(string id, ScimChange change, CancellationToken ct)
    {
        var answers = new Dictionary<string, TargetAnswer>(StringComparer.Ordinal);
        TargetAnswer? gone = null;
        foreach (var portion in change.Members.Distinct(StringComparer.Ordinal).Chunk(batchSize))
        {
            var reply = gone is null ? await ChangeOnceAsync(id, change with { Members = portion }, ct) : ScimReply.Failed(gone);
            if (reply.IsMissing && reply.Trouble is null)
            {
                return null;
            }

            foreach (var member in portion)
            {
                var each = gone is null && portion.Length > 1 && reply.MayBeOneOfMany
                    ? await ChangeOnceAsync(id, change with { Members = [member] }, ct)
                    : reply;
                answers[member] = gone ?? each.Trouble ?? TargetAnswer.Done;
                gone = answers[member].Result == TargetResult.Unreachable ? answers[member] : gone;
            }
        }

        return answers;
    }

    // What somebody else changed in between is read again. A group that is not there is a missing reply without trouble.
    private async Task<ScimReply> ChangeOnceAsync(string id, ScimChange change, CancellationToken ct)
    {
        var demandsVersion = dialect == ScimDialect.Put;
        for (var tries = 1; ; tries++)
        {
            var (group, read) = await ReadAsync(id, ct);
            if (group is null)
            {
                return read.IsMissing ? read with { Trouble = null } : read;
            }

            var left = change.LeftIn(group);
            if (left.Members.Count == 0)
            {
                return read;
            }

            var method = dialect == ScimDialect.Put ? HttpMethod.Put : HttpMethod.Patch;
            var reply = await client.SendAsync(method, ScimGroup.PathOf(id), left.BodyFor(dialect, group), demandsVersion ? group.ETag : null, ct);
            if (!reply.IsOutrun || tries == Tries)
            {
                return reply;
            }

            demandsVersion = true;
        }
    }
}
