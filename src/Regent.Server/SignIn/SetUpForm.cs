using Microsoft.AspNetCore.Mvc;

namespace Regent.Server.SignIn;

/// <summary>What the first administrator fills in.</summary>
internal sealed record SetUpForm(
    [FromForm] string? Code,
    [FromForm] string? DisplayName,
    [FromForm] string? UserName,
    [FromForm] string? Password,
    [FromForm] string? Repeated);
