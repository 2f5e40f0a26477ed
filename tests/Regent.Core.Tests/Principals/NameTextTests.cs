using Regent.Core.Principals;

namespace Regent.Core.Tests.Principals;

public sealed class NameTextTests
{
    [Theory]
    [InlineData("Zoë Ørsted-O'Neill")]
    [InlineData("محمد بن موسى")]
    [InlineData("山田 太郎")]
    [InlineData("👩‍🚀 Astronauts")]
    [InlineData("<b>Robert'); DROP TABLE students;--</b>")]
    public void Names_of_all_the_world_are_fit(string name) => Assert.True(NameText.IsFit(name));

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("two\u2028lines")]
    [InlineData("bell\a")]
    [InlineData("\u202Erotartsinimda labolG\u202C")]
    [InlineData("\u2067turned\u2069")]
    public void A_name_that_would_rearrange_the_sentence_it_stands_in_is_not(string name) => Assert.False(NameText.IsFit(name));

    [Fact]
    public void A_name_is_of_some_length()
    {
        Assert.True(NameText.IsFit(new string('W', NameText.Longest)));
        Assert.False(NameText.IsFit(new string('W', NameText.Longest + 1)));
    }
}
