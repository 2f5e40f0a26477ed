using Regent.Core.Policies;

namespace Regent.Core.Tests.Policies;

public sealed class FreeTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Fixes the mail flow.")]
    [InlineData("First line\r\nsecond line\twith a tab\vand what a word processor puts in")]
    [InlineData("Ελένη 王 😀 \uFFFD")]
    public void What_people_write_is_kept(string? text) => Assert.Null(FreeText.ProblemWith(text, "reason"));

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\u001b[2J")]
    [InlineData("\u0007")]
    [InlineData("\u009b31m")]
    public void What_no_database_or_terminal_should_be_given_is_refused(string text) =>
        Assert.Equal("The reason holds characters that cannot be written down.", FreeText.ProblemWith(text, "reason"));

    // Attributes cannot carry halves of a character.
    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.All(["\ud83d", "ok \ude00", "\ude00\ud83d", "\ud83d\ud83d"], text => Assert.NotNull(FreeText.ProblemWith(text, "reason")));

    [Theory]
    [InlineData(4000, true)]
    [InlineData(4001, false)]
    public void There_is_a_longest(int length, bool allowed) =>
        Assert.Equal(allowed, FreeText.ProblemWith(new string('x', length), "reason") is null);
}
