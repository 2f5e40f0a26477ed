using Regent.Core.Targets;

namespace Regent.Core.Tests.Targets;

/// <summary>One name of an entry can be spelt in many ways, and what only looks like it is another.</summary>
public sealed class DistinguishedNameTests
{
    [Theory]
    [InlineData("cn=ops,ou=groups,dc=example", "CN=Ops, OU=groups ,  dc = example")]
    [InlineData("cn=ops,ou=groups,dc=example", "cn=ops;ou=groups;dc=example")]
    [InlineData("cn=ops,ou=groups,dc=example", "OID.2.5.4.3=ops,organizationalUnitName=groups,0.9.2342.19200300.100.1.25=example")]
    [InlineData(@"cn=dba\2C europe,dc=example", @"cn=dba\, europe,dc=example")]
    [InlineData(@"cn=dba\2C europe,dc=example", "cn=\"dba, europe\",dc=example")]
    [InlineData(@"cn=a\2bb\3Dc,dc=example", @"cn=a\+b\=c,dc=example")]
    [InlineData(@"cn=a\2bb,dc=example", "cn=\"a+b\",dc=example")]
    [InlineData(@"cn=m\C3\BCller,dc=example", "cn=MÜLLER,dc=example")]
    [InlineData("cn=mu\u0308ller,dc=example", "cn=müller,dc=example")]
    [InlineData(@"cn=say \22hi\22,dc=example", @"cn=say \""hi\"",dc=example")]
    [InlineData("cn=\"say \\\"hi\\\"\",dc=example", @"cn=say \""hi\"",dc=example")]
    [InlineData("cn=one  two,dc=example", "cn=one two   ,dc=example")]
    [InlineData(@"cn=ops\ ,dc=example", "cn=ops,dc=example")]
    [InlineData(@"cn=\20ops,dc=example", "cn=ops,dc=example")]
    [InlineData("cn=ada+uid=7,dc=example", "UID=7 + cn=Ada,dc=example")]
    [InlineData("cn=#0C036F7073,dc=example", "cn=ops,dc=example")]
    [InlineData(@"cn=\#ops,dc=example", @"cn=\23ops,dc=example")]
    [InlineData("cn=,dc=example", "cn= ,dc=example")]
    [InlineData("ada", "ADA")]
    public void Spellings_of_one_name_are_the_same(string one, string other)
    {
        Assert.Equal(one, other, TargetKind.Ldap.Names());
        Assert.Equal(TargetKind.Ldap.Names().GetHashCode(one), TargetKind.Ldap.Names().GetHashCode(other));
    }

    [Theory]
    [InlineData("cn=ops,ou=groups,dc=example", "ou=groups,cn=ops,dc=example")]
    [InlineData("cn=ops,dc=example", "cn=ops,ou=groups,dc=example")]
    [InlineData(@"cn=a\,ou=b,dc=example", "cn=a,ou=b,dc=example")]
    [InlineData("cn=\"a,ou=b\",dc=example", "cn=a,ou=b,dc=example")]
    [InlineData(@"cn=ada\+uid\=7,dc=example", "cn=ada+uid=7,dc=example")]
    [InlineData(@"cn=\#0C036F7073,dc=example", "cn=ops,dc=example")]
    [InlineData("cn=ops", "uid=ops")]
    [InlineData("cn=onetwo", "cn=one two")]
    [InlineData("ops ", "ops")]
    [InlineData("cn=ops,dc=example,", "cn=ops,dc=example")]
    public void What_is_another_name_or_none_is_not_the_same(string one, string other) => Assert.NotEqual(one, other, TargetKind.Ldap.Names());

    [Theory]
    [InlineData("")]
    [InlineData("ops")]
    [InlineData("=ops")]
    [InlineData("cn=ops,")]
    [InlineData("cn=ops,ou")]
    [InlineData("c/n=ops")]
    [InlineData("cn=\"ops")]
    [InlineData("cn=\"ops\"x")]
    [InlineData("cn=o\"ps")]
    [InlineData(@"cn=ops\")]
    [InlineData("cn=#0C")]
    [InlineData("cn=#0C037")]
    [InlineData("cn=#3003020101")]
    public void What_is_no_name_is_none(string text) => Assert.Null(DistinguishedName.Read(text));

    [Theory]
    [InlineData("cn=\uFFFE,dc=example")]
    [InlineData("cn=\uD800,dc=example")]
    [InlineData(@"cn=\FF\FE,dc=example")]
    [InlineData("cn=\U0001F600,dc=example")]
    [InlineData("cn=a\0b,dc=example")]
    public void Odd_letters_are_letters(string text)
    {
        Assert.NotNull(DistinguishedName.Read(text));
        Assert.NotEqual("cn=a,dc=example", text, TargetKind.Ldap.Names());
    }

    [Fact]
    public void A_name_tells_what_is_above_it_as_it_was_spelt()
    {
        Assert.Equal("OU=Groups, dc=example", DistinguishedName.Read(@"cn=a\,b , OU=Groups, dc=example")!.Above);
        Assert.Null(DistinguishedName.Read("dc=example")!.Above);
    }

    [Theory]
    [InlineData("cn=ops,ou=groups,dc=example", "OU=Groups, dc=example", true)]
    [InlineData("cn=ops,ou=groups,dc=example", "dc=example", true)]
    [InlineData("ou=groups,dc=example", "ou=groups,dc=example", false)]
    [InlineData(@"cn=ops\,ou=groups,dc=example", "ou=groups,dc=example", false)]
    public void A_name_is_below_a_place_by_its_parts(string name, string place, bool isBelow) =>
        Assert.Equal(isBelow, DistinguishedName.Read(name)!.IsBelow(DistinguishedName.Read(place)!));

    [Fact]
    public void Other_kinds_of_targets_know_no_such_names()
    {
        Assert.NotEqual("cn=a,dc=b", "cn=a, dc=b", TargetKind.Scim.Names());
        Assert.NotEqual("cn=a", "CN=a", TargetKind.Postgres.Names());
    }
}
