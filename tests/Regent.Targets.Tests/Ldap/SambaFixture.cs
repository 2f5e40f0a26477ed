using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>One domain for all tests that need one; making it takes seconds.</summary>
[CollectionDefinition(Name)]
public sealed class SambaFixture : IAsyncLifetime, ICollectionFixture<SambaFixture>
{
    public const string Name = "Samba";

    private SambaDomain? domain;

    public SambaDomain Domain
    {
        get
        {
            Assert.SkipWhen(domain is null, SambaDomain.Missing ?? "");
            return domain;
        }
    }

    public async ValueTask InitializeAsync() =>
        domain = SambaDomain.Missing is null ? await SambaDomain.StartAsync(TestContext.Current.CancellationToken) : null;

    public ValueTask DisposeAsync() => domain?.DisposeAsync() ?? ValueTask.CompletedTask;
}
