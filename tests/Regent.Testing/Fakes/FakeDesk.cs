using Regent.Core;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>A system in memory that hands out what people sign in to it with.</summary>
public sealed class FakeDesk : FakeTarget, IIssuesCredentials
{
    /// <summary>What was asked of it.</summary>
    public List<CredentialAsk> Asks { get; } = [];

    public Task<Outcome<Credential>> IssueAsync(CredentialAsk ask, CancellationToken ct)
    {
        Asks.Add(ask);
        return Task.FromResult<Outcome<Credential>>(
            new Credential("Pass", $"open sesame, {ask.Account}", ask.Until ?? ask.Now.AddHours(1)) { Serial = "17" });
    }
}
