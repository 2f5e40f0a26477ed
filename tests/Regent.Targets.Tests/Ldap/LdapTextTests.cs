using Regent.Targets.Ldap;

namespace Regent.Targets.Tests.Ldap;

/// <summary>Filters, names and values are made of texts in which nothing has a meaning of its own.</summary>
public sealed class LdapTextTests
{
    [Theory]
    [InlineData("jdoe1", "(uid=jdoe1)")]
    [InlineData("*)(uid=*", @"(uid=\2a\29\28uid\3d\2a)")]
    [InlineData("ü\0", @"(uid=\c3\bc\00)")]
    public void A_value_in_a_filter_is_that_value(string value, string filter) => Assert.Equal(filter, LdapFilter.Is("uid", value));

    [Theory]
    [InlineData("uid=jane,ou=people,dc=example", "jane")]
    [InlineData("UID=Jane,OU=People,DC=Example", "Jane")]
    [InlineData(@"uid=o\2Cneil \C3\BC\+\\,ou=people,dc=example", @"o,neil ü+\")]
    [InlineData("uid=jane+cn=other,ou=people,dc=example", "jane")]
    [InlineData("uid=jane,ou=team,ou=people,dc=example", "jane")]
    [InlineData("cn=jane,ou=people,dc=example", null)]
    [InlineData("uid=jane,ou=others,dc=example", null)]
    [InlineData("uid=jane", null)]
    [InlineData(@"uid=jane\,ou=people,dc=example", null)]
    [InlineData("UserId = jane , OU = people,DC=example", "jane")]
    [InlineData("uid=\"o,neil\",ou=people,dc=example", "o,neil")]
    [InlineData("cn=other+uid=jane,ou=people,dc=example", "jane")]
    public void The_account_that_a_name_begins_with_is_read_from_names_below_the_base_only(string name, string? account) =>
        Assert.Equal(account, LdapNames.FirstValue(name, "uid", "ou=people,dc=example"));

    [Theory]
    [InlineData(3600.0, "<TTL=3600,cn=a>")]
    [InlineData(0.2, "<TTL=1,cn=a>")]
    [InlineData(-5.0, "<TTL=1,cn=a>")]
    public void A_membership_with_an_end_says_how_many_seconds_are_left(double seconds, string value) =>
        Assert.Equal(value, new LdapMember("cn=a").AddedUntil(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_membership_without_end_and_one_by_sid_are_said_so()
    {
        Assert.Equal("cn=a", new LdapMember("cn=a").AddedUntil(remaining: null));
        Assert.Equal("<SID=S-1-5-32>", new LdapMember("cn=a", "<SID=S-1-5-32>").AddedUntil(remaining: null));
        Assert.Equal("<TTL=60,<SID=S-1-5-32>>", new LdapMember("cn=a", "<SID=S-1-5-32>").AddedUntil(TimeSpan.FromMinutes(1)));
    }
}
