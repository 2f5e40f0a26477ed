using Microsoft.Extensions.Time.Testing;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class HandoverShelfTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly HandoverShelf shelf;

    public HandoverShelfTests() => shelf = new HandoverShelf(clock);

    [Fact]
    public void What_was_left_is_taken_once()
    {
        var value = new object();
        var ticket = shelf.Put(value);

        Assert.Same(value, shelf.Take(ticket));
        Assert.Null(shelf.Take(ticket));
    }

    [Fact]
    public void Each_value_has_a_ticket_of_its_own() => Assert.NotEqual(shelf.Put(new object()), shelf.Put(new object()));

    [Fact]
    public void What_nobody_took_in_half_a_minute_is_gone()
    {
        var ticket = shelf.Put(new object());

        clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Null(shelf.Take(ticket));
    }
}
