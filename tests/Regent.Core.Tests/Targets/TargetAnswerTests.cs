using Regent.Core.Targets;

namespace Regent.Core.Tests.Targets;

public sealed class TargetAnswerTests
{
    [Theory]
    [InlineData("no", "no")]
    [InlineData("one\0two\r\nthree\u001b[2J", "one two  three [2J")]
    public void Words_are_fit_to_be_kept_and_stay_on_one_line(string said, string kept) => Assert.Equal(kept, TargetAnswer.Refused(said).Words);

    [Fact]
    public void Half_a_letter_is_no_letter() => Assert.Equal("half \ufffd a letter", TargetAnswer.Refused($"half {'\ud800'} a letter").Words);

    [Fact]
    public void Words_are_cut_between_letters()
    {
        var words = TargetAnswer.Unreachable(new string('a', TargetAnswer.MaxLength - 1) + "😀").Words;

        Assert.Equal(new string('a', TargetAnswer.MaxLength - 1), words);
    }
}
