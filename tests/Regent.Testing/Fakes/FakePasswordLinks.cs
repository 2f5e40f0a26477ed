using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>Numbers the links it makes, and remembers for whom.</summary>
public sealed class FakePasswordLinks(FakeMemory memory, TimeProvider clock) : IPasswordLinks
{
    /// <summary>For whom links were made, oldest first.</summary>
    public IReadOnlyList<PrincipalId> Made => memory.Now.PasswordLinks;

    public Task<PasswordLink> MakeAsync(PrincipalId person, TimeSpan lifetime, CancellationToken ct)
    {
        memory.Write(now => now with { PasswordLinks = now.PasswordLinks.Add(person) });
        return Task.FromResult(new PasswordLink(new Uri($"https://pim.regent.example/link/{Made.Count}"), clock.GetUtcNow() + lifetime));
    }
}
