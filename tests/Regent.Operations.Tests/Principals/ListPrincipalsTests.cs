using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Principals;

public sealed class ListPrincipalsTests : IDisposable
{
    private readonly FakeWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task People_are_found_by_name_sign_in_name_and_mail_whatever_the_letter_case()
    {
        var ada = world.AddUser("Ada Lovelace");
        world.Add(ada with { Mail = "countess@regent.example" });
        world.AddUser("Adam Riese");
        world.AddGroup("Ada's friends");
        var users = new PrincipalQuery(PrincipalKind.User);

        Assert.Equal(["Ada Lovelace"], await NamesAsync(users with { DisplayName = new TextMatch("ADA lovelace", IsBeginning: false) }));
        Assert.Equal(["Ada Lovelace", "Adam Riese"], await NamesAsync(users with { DisplayName = new TextMatch("ada", IsBeginning: true) }));
        Assert.Equal(["Adam Riese"], await NamesAsync(users with { UserPrincipalName = new TextMatch("adam.", IsBeginning: true) }));
        Assert.Equal(["Ada Lovelace"], await NamesAsync(users with { Mail = "Countess@Regent.Example" }));
        Assert.Equal(["Adam Riese", "Ada Lovelace"], await NamesAsync(users with { Descending = true }));
        Assert.Equal(["Ada's friends"], await NamesAsync(new PrincipalQuery(PrincipalKind.Group)));
    }

    [Fact]
    public async Task A_stretch_tells_the_length_of_the_whole_list_when_asked()
    {
        world.AddUser("Ada Lovelace");
        world.AddUser("Adam Riese");
        var operation = new ListPrincipals(world.Directory, world.Clock);
        var ct = TestContext.Current.CancellationToken;

        Assert.Equal(2, (await operation.ExecuteAsync(new(PrincipalKind.User), new PageAsk(1) { WantsTotal = true }, ct)).Total);
        Assert.Null((await operation.ExecuteAsync(new(PrincipalKind.User), new PageAsk(1), ct)).Total);
    }

    private async Task<IEnumerable<string>> NamesAsync(PrincipalQuery query) =>
        (await new ListPrincipals(world.Directory, world.Clock).ExecuteAsync(query, new PageAsk(), TestContext.Current.CancellationToken))
        .Items.Select(principal => principal.DisplayName);
}
