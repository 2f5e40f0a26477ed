using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Audit;

namespace Regent.Server.SignIn;

/// <summary>Puts on record who came in, who was kept out and why, and what people changed about their accounts.</summary>
internal sealed class SignInRecord(RecordAccountEvent record)
{
    public Task SignedInAsync(Guid account, IEnumerable<string> methods, CancellationToken ct) =>
        OwnAsync(account, AuditActivities.SignedIn, $"With {string.Join(" and ", methods.Select(Methods.Words))}.", ct);

    public Task SignedOutAsync(Guid account, CancellationToken ct) => OwnAsync(account, AuditActivities.SignedOut, what: null, ct);

    /// <summary>A failed attempt. What was typed as a name is not kept: it is too often a password.</summary>
    public Task FailedAsync(Guid? account, string reason, CancellationToken ct) => record.ExecuteAsync(
        AuditActivities.SignInFailed, actor: null, account is { } id ? new PrincipalId(id) : null, AuditResult.Failure, reason, ct);

    public Task LockedOutAsync(Guid account, CancellationToken ct) => record.ExecuteAsync(
        AuditActivities.AccountLockedOut, actor: null, new PrincipalId(account), AuditResult.Success, reason: null, ct);

    /// <summary>Something the account's owner did to it, such as changing the password.</summary>
    public Task ChangedAsync(Guid account, string activity, string? what, CancellationToken ct) => OwnAsync(account, activity, what, ct);

    /// <summary>A token for somebody, made by nobody the directory knows.</summary>
    public Task IssuedAsync(PrincipalId holder, string how, CancellationToken ct) =>
        record.ExecuteAsync(AuditActivities.TokenIssued, actor: null, holder, AuditResult.Success, how, ct);

    private Task OwnAsync(Guid account, string activity, string? what, CancellationToken ct) => record.ExecuteAsync(
        activity, new PrincipalId(account), new PrincipalId(account), AuditResult.Success, what, ct);
}
