namespace Regent.Drill.Orders;

/// <summary>One thing asked of Regent.</summary>
/// <param name="Number">Which one; stands in its justification, so that it is found again.</param>
/// <param name="Act">What is asked.</param>
/// <param name="Person">For whom.</param>
/// <param name="Role">Which role.</param>
/// <param name="Minutes">For how long.</param>
/// <param name="End">Until when, where that is asked in the place of a length.</param>
/// <param name="Ahead">How far ahead the clock is to be, in ticks.</param>
internal sealed record Order(int Number, Act Act, Guid Person, Guid Role, int Minutes, DateTimeOffset End, long Ahead)
{
    public string Justification => $"Drill {Number}";
}
