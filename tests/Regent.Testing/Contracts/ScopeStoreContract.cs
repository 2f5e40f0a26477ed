using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class ScopeStoreContract(PortsUnderTest ports) : PortContract(ports)
{
    private static readonly ScopeNode Company = Node("/providers/Microsoft.Management/managementGroups/company", "Company", null);
    private static readonly ScopeNode Shop = Node("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a", "Shop", Company);
    private static readonly ScopeNode Lab = Node("/subscriptions/0198f1a2-7c00-7000-8000-00000000000b", "lab", Company);
    private static readonly ScopeNode Web = Node($"{Shop.Scope}/resourceGroups/Web", "Web", Shop);
    private static readonly ScopeNode Unit = new(Scope.OfUnit(Make.NewId()), "Berlin", null) { Description = "Everybody in Berlin" };

    [Fact]
    public async Task A_scope_is_found_in_whatever_letter_case_and_spelt_as_it_was_saved()
    {
        await SaveAsync(Company, Shop, Web);
        Assert.True(Scope.TryParse(Web.Scope.Value.Replace("Web", "wEB", StringComparison.Ordinal), out var asked));

        Assert.Equal(Web, await Ports.Scopes.FindAsync(asked, Ct));
        Assert.Equal("Web", (await Ports.Scopes.FindAsync(asked, Ct))!.Scope.Value.Split('/')[^1]);
        Assert.Null(await Ports.Scopes.FindAsync(Lab.Scope, Ct));
        Assert.Equal([Shop.Scope], (await Ports.Scopes.FindManyAsync([Shop.Scope, Lab.Scope, Shop.Scope], Ct)).Keys);
    }

    [Fact]
    public async Task The_path_of_a_scope_leads_from_itself_to_the_top()
    {
        await SaveAsync(Company, Shop, Web, Lab);

        Assert.Equal([Web, Shop, Company], await Ports.Scopes.PathAsync(Web.Scope, Ct));
        Assert.Equal([Company], await Ports.Scopes.PathAsync(Company.Scope, Ct));
        Assert.Empty(await Ports.Scopes.PathAsync(Unit.Scope, Ct));
    }

    [Fact]
    public async Task The_tree_is_listed_by_name_from_the_top_below_one_or_within_some()
    {
        await SaveAsync(Company, Shop, Web, Lab, Unit);
        var all = new ScopeQuery(RoleSystem.Resources);

        Assert.Equal([Company, Lab, Shop, Web], await AllAsync(page => Ports.Scopes.ListAsync(all, page, Ct)));
        Assert.Equal([Company], (await Ports.Scopes.ListAsync(all with { OnlyTop = true }, new(), Ct)).Items);
        Assert.Equal([Lab, Shop], (await Ports.Scopes.ListAsync(all with { ChildrenOf = Company.Scope }, new(), Ct)).Items);
        Assert.Equal([Lab, Shop, Web], await AllAsync(page => Ports.Scopes.ListAsync(all with { Within = [Shop.Scope, Lab.Scope] }, page, Ct)));
        Assert.Empty((await Ports.Scopes.ListAsync(all with { Within = [] }, new(), Ct)).Items);
        Assert.Equal([Web], (await Ports.Scopes.ListAsync(all with { Kind = ScopeKind.ResourceGroup }, new(), Ct)).Items);
        Assert.Equal(
            [Company, Web], (await Ports.Scopes.ListAsync(all with { Kinds = [ScopeKind.ResourceGroup, ScopeKind.ManagementGroup] }, new(), Ct)).Items);
        Assert.Equal([Web], (await Ports.Scopes.ListAsync(all with { Search = "GROUPS/web" }, new(), Ct)).Items);
        Assert.Equal([Unit], (await Ports.Scopes.ListAsync(new ScopeQuery(RoleSystem.Directory), new(), Ct)).Items);
        Assert.Equal([Web, Shop, Lab, Company], await AllAsync(page => Ports.Scopes.ListAsync(all with { Descending = true }, page, Ct)));
        Assert.Equal([Lab], (await Ports.Scopes.ListAsync(all with { DisplayName = new("LAB", IsBeginning: false) }, new(), Ct)).Items);
        Assert.Equal([Shop], (await Ports.Scopes.ListAsync(all with { DisplayName = new("s", IsBeginning: true) }, new(), Ct)).Items);
        Assert.Equal([Lab, Web], (await Ports.Scopes.ListAsync(all with { Scopes = [Web.Scope, Lab.Scope, Unit.Scope] }, new(), Ct)).Items);
        Assert.Equal([Company], (await Ports.Scopes.ListAsync(all with { NamePart = "PAN" }, new(), Ct)).Items);
        Assert.Empty((await Ports.Scopes.ListAsync(all with { NamePart = "subscriptions" }, new(), Ct)).Items);
        Assert.Equal(4, await Ports.Scopes.CountAsync(all, Ct));
        Assert.Equal(2, await Ports.Scopes.CountAsync(all with { Scopes = [Web.Scope, Lab.Scope, Unit.Scope] }, Ct));
    }

    [Fact]
    public async Task The_top_of_a_part_is_what_lies_in_nothing_of_it()
    {
        await SaveAsync(Company, Shop, Web, Lab);
        var top = new ScopeQuery(RoleSystem.Resources) { OnlyTop = true };

        Assert.Equal([Shop], (await Ports.Scopes.ListAsync(top with { Within = [Shop.Scope, Web.Scope] }, new(), Ct)).Items);
        Assert.Equal([Lab, Web], await AllAsync(page => Ports.Scopes.ListAsync(top with { Within = [Web.Scope, Lab.Scope] }, page, Ct), size: 1));
        Assert.Equal([Company], (await Ports.Scopes.ListAsync(top with { Within = [Company.Scope] }, new(), Ct)).Items);
        Assert.Empty((await Ports.Scopes.ListAsync(top with { Within = [] }, new(), Ct)).Items);
        Assert.Equal([Web], (await Ports.Scopes.ListAsync(top with { ChildrenOf = Shop.Scope, Within = [Web.Scope] }, new(), Ct)).Items);
    }

    [Fact]
    public async Task A_scope_is_renamed_moved_and_removed()
    {
        await SaveAsync(Company, Shop, Web);
        var moved = Shop with { DisplayName = "Web shop", Parent = null, Description = "Sells" };
        await SaveAsync(moved);
        await WriteAsync(ct => Ports.Scopes.RemoveAsync(Company.Scope, ct));

        Assert.Equal(moved, await Ports.Scopes.FindAsync(Shop.Scope, Ct));
        Assert.Equal([Web, moved], await Ports.Scopes.PathAsync(Web.Scope, Ct));
        Assert.Null(await Ports.Scopes.FindAsync(Company.Scope, Ct));
    }

    [Fact]
    public async Task A_circle_is_gone_round_once()
    {
        await SaveAsync(Company, Shop);
        await SaveAsync(Company with { Parent = Shop.Scope });

        Assert.Equal([Shop.Scope, Company.Scope], (await Ports.Scopes.PathAsync(Shop.Scope, Ct)).Select(node => node.Scope));
    }

    private static ScopeNode Node(string path, string name, ScopeNode? parent) =>
        new(Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path)), name, parent?.Scope);

    private Task SaveAsync(params ScopeNode[] nodes) => WriteAsync(ct => Ports.Scopes.SaveManyAsync(nodes, ct));
}
