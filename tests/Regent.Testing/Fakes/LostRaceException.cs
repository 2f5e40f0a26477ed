namespace Regent.Testing.Fakes;

/// <summary>What was written over is not what was read; <see cref="FakeUnitOfWork"/> runs the work again.</summary>
public sealed class LostRaceException() : Exception("Somebody else was first.");
