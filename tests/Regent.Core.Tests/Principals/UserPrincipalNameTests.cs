using Regent.Core.Principals;

namespace Regent.Core.Tests.Principals;

public sealed class UserPrincipalNameTests
{
    [Fact]
    public void A_name_keeps_its_letter_case_and_is_not_told_apart_by_it()
    {
        Assert.True(UserPrincipalName.TryParse(" Ada@Regent.example ", out var written));
        Assert.True(UserPrincipalName.TryParse("ada@regent.EXAMPLE", out var typed));

        Assert.Equal("Ada@Regent.example", written.Value);
        Assert.Equal(written, typed);
        Assert.Equal(written.GetHashCode(), typed.GetHashCode());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@regent.example")]
    [InlineData("ada@")]
    [InlineData("ada@regent@example")]
    [InlineData("ada lovelace@regent.example")]
    [InlineData("ada\u0000@regent.example")]
    public void What_is_not_a_name_at_a_domain_is_no_name(string? text) => Assert.False(UserPrincipalName.TryParse(text, out _));

    [Fact]
    public void A_name_longer_than_the_longest_is_no_name()
    {
        var longest = new string('a', UserPrincipalName.MaxLength - "@x".Length) + "@x";

        Assert.True(UserPrincipalName.TryParse(longest, out _));
        Assert.False(UserPrincipalName.TryParse("a" + longest, out _));
    }
}
