namespace Regent.Server.Tokens;

/// <summary>What became of reading what a program asks for.</summary>
internal abstract record WishReading
{
    private WishReading()
    {
    }

    /// <summary>It can have that, as far as the program goes.</summary>
    public sealed record Good(Wish Wish) : WishReading;

    /// <summary>It cannot, in the terms of OAuth.</summary>
    public sealed record Bad(string Error, string Why) : WishReading;
}
