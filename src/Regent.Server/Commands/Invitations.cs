using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Accounts;
using Regent.Operations.Ports;

namespace Regent.Server.Commands;

/// <summary>What an import did to let its new people in.</summary>
/// <param name="Mailed">How many are sent a mail.</param>
/// <param name="Links">The links to hand over where no mail is sent, by sign-in name.</param>
/// <param name="GoodFor">How long a link is good.</param>
internal sealed record Invitations(int Mailed, IReadOnlyDictionary<string, Uri> Links, TimeSpan GoodFor)
{
    /// <summary>Invites everybody enabled whom the import added, in the running unit of work.</summary>
    public static async Task<Invitations> SendAsync(IServiceProvider regent, ImportReport report, CancellationToken ct)
    {
        var options = regent.GetRequiredService<PasswordLinkOptions>();
        var people = await AddedAsync(regent.GetRequiredService<IDirectory>(), report, ct);
        if (regent.GetRequiredService<IMailer>().Delivers)
        {
            await regent.GetRequiredService<InvitePeople>().ExecuteAsync([.. people.Select(person => person.Id)], ct);
            return new Invitations(people.Count, new Dictionary<string, Uri>(), options.InvitationGoodFor);
        }

        var issue = regent.GetRequiredService<IssuePasswordLink>();
        var links = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in people)
        {
            var link = await issue.ExecuteAsync(
                person.Id, options.InvitationGoodFor, $"Good for {Lifetime.Text(options.InvitationGoodFor)}, with an import.", ct);
            links[person.UserPrincipalName!.Value] = link.Address;
        }

        return new Invitations(0, links, options.InvitationGoodFor);
    }

    private static async Task<IReadOnlyList<Principal>> AddedAsync(IDirectory directory, ImportReport report, CancellationToken ct)
    {
        var names = report.Lines.Where(line => report.IsWritten && line.Outcome == ImportOutcome.Added)
            .Select(line => UserPrincipalName.TryParse(line.Name, out var name) ? name : null).OfType<UserPrincipalName>();
        return [.. (await directory.FindUsersAsync([.. names], ct)).Where(person => person.IsEnabled)];
    }
}
