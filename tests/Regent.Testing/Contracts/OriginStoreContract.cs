using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class OriginStoreContract(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task Where_somebody_came_from_is_read_by_source_and_by_principal()
    {
        var (here, elsewhere) = (await SaveTargetAsync("Here"), await SaveTargetAsync("Elsewhere"));
        var (ada, alan, grace) = (await SaveUserAsync("ada"), await SaveUserAsync("alan"), await SaveUserAsync("grace"));
        var ops = await SaveGroupAsync("Ops");
        Origin[] origins = [new(here, "a", ada.Id), new(here, "A", ops.Id), new(elsewhere, "a", alan.Id)];

        await WriteAsync(ct => Ports.Origins.AddAsync(origins, ct));

        Assert.Equal([origins[1], origins[0]], (await Ports.Origins.ListAsync(here, Ct)).OrderBy(one => one.Key, StringComparer.Ordinal));
        Assert.Equal([origins[2]], await Ports.Origins.OfAsync([alan.Id, grace.Id], Ct));
        Assert.Empty(await Ports.Origins.OfAsync([], Ct));
    }

    [Fact]
    public async Task How_far_a_source_was_read_is_as_it_was_noted_last()
    {
        var here = await SaveTargetAsync("Here");
        Assert.Null(await Ports.Origins.StateAsync(here, Ct));

        await WriteAsync(ct => Ports.Origins.SaveStateAsync(new SourceState(here), ct));
        Assert.Equal(new SourceState(here), await Ports.Origins.StateAsync(here, Ct));

        var later = new SourceState(here) { Bookmark = "time 5", Version = 3, FullAt = Precise, NextAt = Noon, Trouble = "Too many." };
        await WriteAsync(ct => Ports.Origins.SaveStateAsync(later, ct));
        Assert.Equal(later, await Ports.Origins.StateAsync(here, Ct));
    }

    [Fact]
    public async Task All_of_it_is_forgotten_with_the_target()
    {
        var (here, elsewhere) = (await SaveTargetAsync("Here"), await SaveTargetAsync("Elsewhere"));
        var (ada, alan) = (await SaveUserAsync("ada"), await SaveUserAsync("alan"));
        await WriteAsync(ct => Ports.Origins.AddAsync([new(here, "a", ada.Id), new(elsewhere, "b", alan.Id)], ct));
        await WriteAsync(ct => Ports.Origins.SaveStateAsync(new SourceState(here), ct));

        await WriteAsync(ct => Ports.Targets.RemoveAsync(here, ct));

        Assert.Empty(await Ports.Origins.ListAsync(here, Ct));
        Assert.Null(await Ports.Origins.StateAsync(here, Ct));
        Assert.Single(await Ports.Origins.ListAsync(elsewhere, Ct));
        Assert.NotNull(await Ports.Directory.FindAsync(ada.Id, Ct));
    }

    private async Task<TargetId> SaveTargetAsync(string name)
    {
        var target = new Target(TargetId.At(Noon), name, TargetKind.Ldap, Make.Accounts("{name}"), TargetSettings.None, TargetState.Live);
        await WriteAsync(ct => Ports.Targets.SaveAsync(target, ct));
        return target.Id;
    }
}
