namespace Regent.Operations.Ports;

/// <summary>One permission a program can be given.</summary>
/// <param name="Name">What it is called on the wire.</param>
/// <param name="Description">What it lets the program do, for the person who agrees to it.</param>
/// <param name="ForPeople">Whether people can give it to a program that acts for them.</param>
/// <param name="ForItself">Whether an administrator can give it to a program that acts for itself.</param>
public sealed record Grantable(string Name, string Description, bool ForPeople, bool ForItself);
