using System.ComponentModel.DataAnnotations;

namespace Regent.Operations;

/// <summary>What an authentication context takes that roles may demand by its name, <c>c1</c> to <c>c99</c>.</summary>
public sealed class AuthenticationContext
{
    /// <summary>How people know it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The method that must have been used to prove who is there, such as <c>fido</c> for a passkey; null is any second factor.</summary>
    public string? Method { get; set; }

    /// <summary>How lately; 1 minute to 24 hours, 15 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromMinutes(15);
}
