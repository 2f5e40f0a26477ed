namespace Regent.Operations.Tests.Lives;

/// <summary>One thing that happens, as numbers: what, to or by which of the people, and how.</summary>
internal readonly record struct Step(Act Act, int Who, int Other, int Role, int How);
