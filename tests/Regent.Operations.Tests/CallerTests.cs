using System.Security.Claims;
using Regent.Core.Principals;

namespace Regent.Operations.Tests;

public sealed class CallerTests
{
    private static readonly Guid Ada = new("0198f1a2-7c00-7000-8000-000000000001");

    [Fact]
    public void A_validated_session_is_its_principal_with_the_time_of_the_second_factor()
    {
        var caller = Caller.From(Session((Caller.IdClaim, Ada.ToString()), (Caller.MfaAtClaim, "1767225600")));

        Assert.Equal(new PrincipalId(Ada), caller?.Id);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), caller?.MfaAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("253402300800")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999")]
    public void An_unreadable_time_is_no_second_factor(string time)
    {
        var caller = Caller.From(Session((Caller.IdClaim, Ada.ToString()), (Caller.MfaAtClaim, time)));

        Assert.NotNull(caller);
        Assert.Null(caller.MfaAt);
    }

    [Fact]
    public void Nobody_calls_without_a_validated_identity()
    {
        var claimed = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Caller.IdClaim, Ada.ToString())]));

        Assert.Null(Caller.From(null));
        Assert.Null(Caller.From(claimed));
        Assert.Null(Caller.From(Session((Caller.IdClaim, "ada"))));
    }

    private static ClaimsPrincipal Session(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test"));
}
