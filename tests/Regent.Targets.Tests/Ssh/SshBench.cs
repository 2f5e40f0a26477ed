using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing;
using Regent.Testing.Fakes;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ssh;

/// <summary>A certificate authority over a desk in memory, with a folder for keys and files.</summary>
internal sealed class SshBench : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public SshBench(TimeProvider? clock = null)
    {
        services = new ServiceCollection()
            .AddSingleton<ISshDesk>(World.SshDesk).AddSingleton<IUnitOfWork>(World.Unit).AddSingleton<ISecretBox, FakeSecretBox>()
            .AddSingleton(clock ?? World.Clock).AddRegentTargets().BuildServiceProvider();
    }

    public FakeWorld World { get; } = new();

    public TargetId Id { get; } = TargetId.At(Make.Noon);

    public string Folder { get; } = Directory.CreateTempSubdirectory("regent-ssh-").FullName;

    public TargetDriver Driver => services.GetServices<TargetDriver>().Single(driver => driver.Kind == TargetKind.Ssh);

    /// <summary>The target as these settings make it.</summary>
    public Outcome<ITarget> Open(params (string Name, string Text)[] settings)
    {
        Assert.True(AccountTemplate.TryParse("{name}", out var accounts));
        return Driver.Open(new Target(
            Id, "Servers", TargetKind.Ssh, accounts, new TargetSettings(settings.ToDictionary(one => one.Name, one => one.Text)), TargetState.Live));
    }

    public ITarget OpenWell(params (string Name, string Text)[] settings) => Open(settings).Done();

    /// <summary>A pair of keys of somebody: the private one's path, and the public one.</summary>
    public async Task<(string Path, string Public)> KeyAsync(string name, params string[] arguments)
    {
        SshPrograms.SkipWhereMissing();
        var path = Path.Combine(Folder, name);
        return (path, await SshPrograms.MakeKeyAsync(path, TestContext.Current.CancellationToken, arguments is [] ? ["-t", "ed25519"] : arguments));
    }

    /// <summary>A certificate as a file.</summary>
    public async Task<string> FileAsync(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        World.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
