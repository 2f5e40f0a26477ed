namespace Regent.Api.Access;

/// <summary>An option that an address reads. It is told to whoever reads the description; the handler reads for itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as the description calls it.</param>
/// <param name="Words">What it does.</param>
internal sealed record OptionShape(string Name, string Type, string Words);
