using Bunit;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class ThingTests : PortalContext
{
    [Theory]
    [InlineData("cn=database administrators\\2C europe,ou=groups,dc=example", new[] { "cn=database administrators\\2C europe,", "ou=groups,", "dc=example" })]
    [InlineData("ldaps://one.example:636", new[] { "ldaps://", "one.example:", "636" })]
    [InlineData("admins", new[] { "admins" })]
    [InlineData(",", new[] { "," })]
    public void It_breaks_where_its_parts_end_and_reads_as_it_is(string name, string[] pieces)
    {
        var thing = Render<Thing>(p => p.Add(one => one.Of, name));

        Assert.Equal(name, thing.Find("code").TextContent.Trim());
        Assert.Equal(pieces, thing.FindAll(".piece").Select(piece => piece.TextContent));
    }
}
