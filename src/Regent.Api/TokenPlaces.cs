namespace Regent.Api;

/// <summary>Where this server gives out tokens, as paths.</summary>
/// <param name="Authorize">Where people agree.</param>
/// <param name="Token">Where programs fetch them.</param>
public sealed record TokenPlaces(string Authorize, string Token);
