using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Audit;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Audit;

public sealed class ListAuditTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Everybody_sees_what_they_did_and_what_was_done_to_them()
    {
        await office.AskedAsync(office.Alan);
        await office.AssignAsync(office.Ada, office.Give(office.Barbara));

        var mine = (await ListAsync(office.Alan, new AuditQuery { Involving = office.Alan.Id })).Done();

        Assert.Equal(2, mine.Items.Count);
        Assert.All(mine.Items, one => Assert.Equal(office.Alan, one.Subject));
        Assert.Equal(2, (await ListAsync(office.Barbara, new AuditQuery { Involving = office.Barbara.Id })).Done().Items.Count);
    }

    [Fact]
    public async Task Somebody_elses_record_is_for_readers()
    {
        var reader = office.World.AddUser("Edsger");
        office.World.Assign(reader, DirectoryRoles.SecurityReader);
        var request = await office.AskedAsync(office.Alan);
        AuditQuery[] wide =
        [
            new AuditQuery(), new AuditQuery { Involving = office.Alan.Id }, new AuditQuery { CorrelationId = request.Id.Value },
            new AuditQuery { Role = office.Role },
        ];

        foreach (var query in wide)
        {
            Assert.Equal(2, (await ListAsync(reader, query)).Done().Items.Count);
            Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Barbara, query)).Code());
        }

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Disable(reader), new AuditQuery())).Code());
    }

    [Fact]
    public async Task What_happens_to_accounts_is_put_on_record()
    {
        await office.The<RecordAccountEvent>().ExecuteAsync(
            AuditActivities.SignInFailed, actor: null, office.Alan.Id, AuditResult.Failure, "Wrong password.", Office.Ct);

        var entry = Assert.Single(office.World.Audit.Entries);
        Assert.Equal(
            (AuditActivities.SignInFailed, office.Alan.Id, AuditResult.Failure, "Wrong password.", office.Now),
            (entry.Activity, entry.Subject!.Value, entry.Result, entry.Reason, entry.At));
        Assert.Null(entry.Actor);
    }

    private Task<Outcome<Page<AuditListing>>> ListAsync(Principal who, AuditQuery query) =>
        office.The<ListAudit>().ExecuteAsync(office.As(who), query, new PageAsk(), Office.Ct);
}
