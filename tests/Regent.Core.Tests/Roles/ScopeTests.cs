using Regent.Core.Roles;

namespace Regent.Core.Tests.Roles;

public sealed class ScopeTests
{
    private const string Unit = "/administrativeUnits/0198f1a2-7c00-7000-8000-00000000000a";

    [Fact]
    public void The_tenant_is_a_scope()
    {
        Assert.True(Scope.TryParse("/", out var scope));
        Assert.Equal(Scope.Tenant, scope);
        Assert.Equal("/", scope.ToString());
    }

    [Fact]
    public void An_administrative_unit_is_a_scope_in_whatever_letter_case()
    {
        Assert.True(Scope.TryParse(Unit.ToUpperInvariant(), out var scope));
        Assert.True(Scope.TryParse(Unit, out var written));

        Assert.Equal(written, scope);
        Assert.Equal(Unit, scope.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" /")]
    [InlineData("//")]
    [InlineData("/administrativeUnits/")]
    [InlineData("/administrativeUnits/x")]
    [InlineData("/administrativeUnits/0198f1a27c007000800000000000000a")]
    [InlineData("/administrativeUnits/{0198f1a2-7c00-7000-8000-00000000000a}")]
    [InlineData("/administrativeUnits/0198f1a2-7c00-7000-8000-00000000000a/")]
    [InlineData("/0198f1a2-7c00-7000-8000-00000000000a")]
    [InlineData("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a")]
    public void Anything_else_is_no_scope(string? text) => Assert.False(Scope.TryParse(text, out _));
}
